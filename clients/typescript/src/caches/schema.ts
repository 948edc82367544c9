// Made of the schema by caches.js.

/** The types of each interface. */
export const possibleTypes: Record<string, string[]> = {
	"Instrument": ["Designation", "Letter", "Order", "Rule", "Ruling", "Undertaking"],
	"Node": ["Agency", "Category", "Company", "Concern", "Condition", "Designation", "Dossier", "Effect", "Event", "Letter", "Model", "Order", "Person", "Rule", "Ruling", "Source", "Undertaking", "Withdrawn"],
	"Party": ["Agency", "Category", "Company", "Person"]
};

/** The types whose objects have no identity: they are a part of what holds them. */
export const withoutId: string[] = ["AgencyConnection", "AgencyEdge", "Amendment", "AppliedCondition", "AssessedNorm", "Assessment", "CategoryConnection", "CategoryEdge", "CategoryTest", "Chain", "ChainStep", "ChangeFeed", "CompanyConnection", "CompanyEdge", "ComputeThreshold", "ConcernConnection", "ConcernEdge", "ConditionChange", "ConditionConnection", "ConditionEdge", "ConditionMatrix", "ConditionSetChange", "ConditionSetDiff", "Coverage", "DayCount", "DesignationConnection", "DesignationEdge", "Dispute", "DisputeConnection", "DisputeEdge", "DossierConnection", "DossierEdge", "EffectConnection", "EffectEdge", "EventConnection", "EventEdge", "Evidence", "FacetCounts", "FactDate", "FieldChange", "Finding", "GraphCoverage", "GraphEdge", "GraphPath", "Highlight", "HighlightSegment", "Identifier", "InstrumentConnection", "InstrumentEdge", "KindCount", "LetterConnection", "LetterEdge", "MatrixCell", "MatrixRow", "Membership", "ModelConnection", "ModelEdge", "Motive", "MotiveConnection", "MotiveEdge", "NodeChange", "NodeConnection", "NodeEdge", "Office", "OrderConnection", "OrderEdge", "PageInfo", "PartyPlaces", "Period", "PersonConnection", "PersonEdge", "Receipt", "RecordVersion", "RelativeDate", "Release", "ReliabilityCount", "Replay", "Restriction", "RestrictionConnection", "RestrictionEdge", "Revision", "RevisionConnection", "RevisionEdge", "RevisionEntry", "RuleConnection", "RuleEdge", "RulingConnection", "RulingEdge", "Scope", "SearchConnection", "SearchEdge", "SearchHit", "Snapshot", "SourceConnection", "SourceEdge", "Standing", "StandingChange", "Statistics", "Step", "Subgraph", "TimelineConnection", "TimelineEdge", "TimelineEntry", "TrainingCompute", "UndertakingConnection", "UndertakingEdge", "ValueCount", "Verification"];

/** The fields that answer with a page, by type, and which of their arguments tell one list from another. */
export const pages: Record<string, Record<string, string[]>> = {
	"Agency": {
		"bears": ["before", "filter", "last", "orderBy"],
		"categories": ["before", "filter", "last", "orderBy"],
		"divisions": ["before", "filter", "last", "orderBy"],
		"dossiers": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"excludedFrom": ["before", "filter", "last", "orderBy"],
		"found": ["before", "filter", "last", "orderBy"],
		"issued": ["before", "filter", "last", "orderBy"],
		"officers": ["before", "filter", "last", "orderBy"],
		"participatedIn": ["before", "filter", "last", "orderBy"],
		"received": ["before", "filter", "last", "orderBy"],
		"recipientIn": ["before", "filter", "last", "orderBy"],
		"targetedBy": ["before", "filter", "last", "orderBy"]
	},
	"Category": {
		"bears": ["before", "filter", "last", "orderBy"],
		"categories": ["before", "filter", "last", "orderBy"],
		"dataIn": ["before", "filter", "last", "orderBy"],
		"dossiers": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"excludedFrom": ["before", "filter", "last", "orderBy"],
		"found": ["before", "filter", "last", "orderBy"],
		"issued": ["before", "filter", "last", "orderBy"],
		"namedIn": ["before", "filter", "last", "orderBy"],
		"participatedIn": ["before", "filter", "last", "orderBy"],
		"parts": ["before", "filter", "last", "orderBy"],
		"received": ["before", "filter", "last", "orderBy"],
		"recipientIn": ["before", "filter", "last", "orderBy"],
		"targetedBy": ["before", "filter", "last", "orderBy"]
	},
	"Company": {
		"bears": ["before", "filter", "last", "orderBy"],
		"categories": ["before", "filter", "last", "orderBy"],
		"deploys": ["before", "filter", "last", "orderBy"],
		"dossiers": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"excludedFrom": ["before", "filter", "last", "orderBy"],
		"found": ["before", "filter", "last", "orderBy"],
		"issued": ["before", "filter", "last", "orderBy"],
		"models": ["before", "filter", "last", "orderBy"],
		"namedIn": ["before", "filter", "last", "orderBy"],
		"officers": ["before", "filter", "last", "orderBy"],
		"participatedIn": ["before", "filter", "last", "orderBy"],
		"received": ["before", "filter", "last", "orderBy"],
		"recipientIn": ["before", "filter", "last", "orderBy"],
		"subsidiaries": ["before", "filter", "last", "orderBy"],
		"targetedBy": ["before", "filter", "last", "orderBy"]
	},
	"Concern": {
		"events": ["before", "filter", "last", "orderBy"],
		"motivates": ["before", "filter", "last", "orderBy"]
	},
	"Condition": {
		"affectedBy": ["before", "filter", "last", "orderBy"],
		"awaitedBy": ["before", "filter", "last", "orderBy"],
		"breachEnds": ["before", "filter", "last", "orderBy"],
		"breachEndsEffects": ["before", "filter", "last", "orderBy"],
		"effectsAwaiting": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"exceptions": ["before", "filter", "last", "orderBy"]
	},
	"Designation": {
		"admits": ["before", "filter", "last", "orderBy"],
		"affectedBy": ["before", "filter", "last", "orderBy"],
		"dossiers": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"found": ["before", "filter", "last", "orderBy"],
		"motivates": ["before", "filter", "last", "orderBy"],
		"texts": ["before", "filter", "last", "orderBy"]
	},
	"Effect": {
		"affectedBy": ["before", "filter", "last", "orderBy"]
	},
	"Letter": {
		"admits": ["before", "filter", "last", "orderBy"],
		"affectedBy": ["before", "filter", "last", "orderBy"],
		"dossiers": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"found": ["before", "filter", "last", "orderBy"],
		"motivates": ["before", "filter", "last", "orderBy"],
		"texts": ["before", "filter", "last", "orderBy"]
	},
	"Model": {
		"categories": ["before", "filter", "last", "orderBy"],
		"dossiers": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"excludedFrom": ["before", "filter", "last", "orderBy"],
		"namedIn": ["before", "filter", "last", "orderBy"],
		"succeededBy": ["before", "filter", "last", "orderBy"],
		"targetedBy": ["before", "filter", "last", "orderBy"],
		"variants": ["before", "filter", "last", "orderBy"]
	},
	"Order": {
		"admits": ["before", "filter", "last", "orderBy"],
		"affectedBy": ["before", "filter", "last", "orderBy"],
		"dossiers": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"found": ["before", "filter", "last", "orderBy"],
		"motivates": ["before", "filter", "last", "orderBy"],
		"texts": ["before", "filter", "last", "orderBy"]
	},
	"Person": {
		"bears": ["before", "filter", "last", "orderBy"],
		"categories": ["before", "filter", "last", "orderBy"],
		"dossiers": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"excludedFrom": ["before", "filter", "last", "orderBy"],
		"found": ["before", "filter", "last", "orderBy"],
		"issued": ["before", "filter", "last", "orderBy"],
		"participatedIn": ["before", "filter", "last", "orderBy"],
		"received": ["before", "filter", "last", "orderBy"],
		"recipientIn": ["before", "filter", "last", "orderBy"],
		"signed": ["before", "filter", "last", "orderBy"],
		"targetedBy": ["before", "filter", "last", "orderBy"]
	},
	"Query": {
		"agencies": ["before", "filter", "last", "orderBy"],
		"categories": ["before", "filter", "last", "orderBy"],
		"companies": ["before", "filter", "last", "orderBy"],
		"concerns": ["before", "filter", "last", "orderBy"],
		"conditions": ["before", "filter", "last", "orderBy"],
		"designations": ["before", "filter", "last", "orderBy"],
		"disputes": ["before", "kinds", "last", "of"],
		"dossiers": ["before", "filter", "last", "orderBy"],
		"effects": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"instruments": ["before", "filter", "last", "orderBy"],
		"letters": ["before", "filter", "last", "orderBy"],
		"models": ["before", "filter", "last", "orderBy"],
		"motives": ["before", "last", "of"],
		"orders": ["before", "filter", "last", "orderBy"],
		"people": ["before", "filter", "last", "orderBy"],
		"restrictions": ["asOf", "before", "filter", "last", "orderBy", "reportedBy"],
		"revisions": ["before", "last"],
		"rules": ["before", "filter", "last", "orderBy"],
		"rulings": ["before", "filter", "last", "orderBy"],
		"search": ["kinds", "query"],
		"sources": ["before", "filter", "last", "orderBy"],
		"timeline": ["before", "from", "kinds", "last", "of", "to"],
		"undertakings": ["before", "filter", "last", "orderBy"]
	},
	"Rule": {
		"admits": ["before", "filter", "last", "orderBy"],
		"affectedBy": ["before", "filter", "last", "orderBy"],
		"dossiers": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"found": ["before", "filter", "last", "orderBy"],
		"motivates": ["before", "filter", "last", "orderBy"],
		"texts": ["before", "filter", "last", "orderBy"]
	},
	"Ruling": {
		"admits": ["before", "filter", "last", "orderBy"],
		"affectedBy": ["before", "filter", "last", "orderBy"],
		"dossiers": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"found": ["before", "filter", "last", "orderBy"],
		"motivates": ["before", "filter", "last", "orderBy"],
		"texts": ["before", "filter", "last", "orderBy"]
	},
	"Snapshot": {
		"agencies": ["before", "filter", "last", "orderBy"],
		"categories": ["before", "filter", "last", "orderBy"],
		"companies": ["before", "filter", "last", "orderBy"],
		"concerns": ["before", "filter", "last", "orderBy"],
		"conditions": ["before", "filter", "last", "orderBy"],
		"designations": ["before", "filter", "last", "orderBy"],
		"disputes": ["before", "kinds", "last", "of"],
		"dossiers": ["before", "filter", "last", "orderBy"],
		"effects": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"instruments": ["before", "filter", "last", "orderBy"],
		"letters": ["before", "filter", "last", "orderBy"],
		"models": ["before", "filter", "last", "orderBy"],
		"motives": ["before", "last", "of"],
		"orders": ["before", "filter", "last", "orderBy"],
		"people": ["before", "filter", "last", "orderBy"],
		"restrictions": ["asOf", "before", "filter", "last", "orderBy", "reportedBy"],
		"revisions": ["before", "last"],
		"rules": ["before", "filter", "last", "orderBy"],
		"rulings": ["before", "filter", "last", "orderBy"],
		"search": ["kinds", "query"],
		"sources": ["before", "filter", "last", "orderBy"],
		"timeline": ["before", "from", "kinds", "last", "of", "to"],
		"undertakings": ["before", "filter", "last", "orderBy"]
	},
	"Source": {
		"citedBy": ["before", "filter", "last", "orderBy"],
		"dossiers": ["before", "filter", "last", "orderBy"]
	},
	"Undertaking": {
		"admits": ["before", "filter", "last", "orderBy"],
		"affectedBy": ["before", "filter", "last", "orderBy"],
		"dossiers": ["before", "filter", "last", "orderBy"],
		"events": ["before", "filter", "last", "orderBy"],
		"found": ["before", "filter", "last", "orderBy"],
		"motivates": ["before", "filter", "last", "orderBy"],
		"texts": ["before", "filter", "last", "orderBy"]
	}
};
