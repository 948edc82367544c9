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
		"bears": ["filter", "orderBy"],
		"categories": ["filter", "orderBy"],
		"divisions": ["filter", "orderBy"],
		"dossiers": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"excludedFrom": ["filter", "orderBy"],
		"found": ["filter", "orderBy"],
		"issued": ["filter", "orderBy"],
		"officers": ["filter", "orderBy"],
		"participatedIn": ["filter", "orderBy"],
		"received": ["filter", "orderBy"],
		"recipientIn": ["filter", "orderBy"],
		"targetedBy": ["filter", "orderBy"]
	},
	"Category": {
		"bears": ["filter", "orderBy"],
		"categories": ["filter", "orderBy"],
		"dataIn": ["filter", "orderBy"],
		"dossiers": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"excludedFrom": ["filter", "orderBy"],
		"found": ["filter", "orderBy"],
		"issued": ["filter", "orderBy"],
		"namedIn": ["filter", "orderBy"],
		"participatedIn": ["filter", "orderBy"],
		"parts": ["filter", "orderBy"],
		"received": ["filter", "orderBy"],
		"recipientIn": ["filter", "orderBy"],
		"targetedBy": ["filter", "orderBy"]
	},
	"Company": {
		"bears": ["filter", "orderBy"],
		"categories": ["filter", "orderBy"],
		"deploys": ["filter", "orderBy"],
		"dossiers": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"excludedFrom": ["filter", "orderBy"],
		"found": ["filter", "orderBy"],
		"issued": ["filter", "orderBy"],
		"models": ["filter", "orderBy"],
		"namedIn": ["filter", "orderBy"],
		"officers": ["filter", "orderBy"],
		"participatedIn": ["filter", "orderBy"],
		"received": ["filter", "orderBy"],
		"recipientIn": ["filter", "orderBy"],
		"subsidiaries": ["filter", "orderBy"],
		"targetedBy": ["filter", "orderBy"]
	},
	"Concern": {
		"events": ["filter", "orderBy"],
		"motivates": ["filter", "orderBy"]
	},
	"Condition": {
		"affectedBy": ["filter", "orderBy"],
		"awaitedBy": ["filter", "orderBy"],
		"breachEnds": ["filter", "orderBy"],
		"breachEndsEffects": ["filter", "orderBy"],
		"effectsAwaiting": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"exceptions": ["filter", "orderBy"]
	},
	"Designation": {
		"admits": ["filter", "orderBy"],
		"affectedBy": ["filter", "orderBy"],
		"dossiers": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"found": ["filter", "orderBy"],
		"motivates": ["filter", "orderBy"],
		"texts": ["filter", "orderBy"]
	},
	"Effect": {
		"affectedBy": ["filter", "orderBy"]
	},
	"Letter": {
		"admits": ["filter", "orderBy"],
		"affectedBy": ["filter", "orderBy"],
		"dossiers": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"found": ["filter", "orderBy"],
		"motivates": ["filter", "orderBy"],
		"texts": ["filter", "orderBy"]
	},
	"Model": {
		"categories": ["filter", "orderBy"],
		"dossiers": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"excludedFrom": ["filter", "orderBy"],
		"namedIn": ["filter", "orderBy"],
		"succeededBy": ["filter", "orderBy"],
		"targetedBy": ["filter", "orderBy"],
		"variants": ["filter", "orderBy"]
	},
	"Order": {
		"admits": ["filter", "orderBy"],
		"affectedBy": ["filter", "orderBy"],
		"dossiers": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"found": ["filter", "orderBy"],
		"motivates": ["filter", "orderBy"],
		"texts": ["filter", "orderBy"]
	},
	"Person": {
		"bears": ["filter", "orderBy"],
		"categories": ["filter", "orderBy"],
		"dossiers": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"excludedFrom": ["filter", "orderBy"],
		"found": ["filter", "orderBy"],
		"issued": ["filter", "orderBy"],
		"participatedIn": ["filter", "orderBy"],
		"received": ["filter", "orderBy"],
		"recipientIn": ["filter", "orderBy"],
		"signed": ["filter", "orderBy"],
		"targetedBy": ["filter", "orderBy"]
	},
	"Query": {
		"agencies": ["filter", "orderBy"],
		"categories": ["filter", "orderBy"],
		"companies": ["filter", "orderBy"],
		"concerns": ["filter", "orderBy"],
		"conditions": ["filter", "orderBy"],
		"designations": ["filter", "orderBy"],
		"disputes": ["kinds", "of"],
		"dossiers": ["filter", "orderBy"],
		"effects": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"instruments": ["filter", "orderBy"],
		"letters": ["filter", "orderBy"],
		"models": ["filter", "orderBy"],
		"motives": ["of"],
		"orders": ["filter", "orderBy"],
		"people": ["filter", "orderBy"],
		"restrictions": ["asOf", "filter", "orderBy", "reportedBy"],
		"revisions": [],
		"rules": ["filter", "orderBy"],
		"rulings": ["filter", "orderBy"],
		"search": ["kinds", "query"],
		"sources": ["filter", "orderBy"],
		"timeline": ["from", "kinds", "of", "to"],
		"undertakings": ["filter", "orderBy"]
	},
	"Rule": {
		"admits": ["filter", "orderBy"],
		"affectedBy": ["filter", "orderBy"],
		"dossiers": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"found": ["filter", "orderBy"],
		"motivates": ["filter", "orderBy"],
		"texts": ["filter", "orderBy"]
	},
	"Ruling": {
		"admits": ["filter", "orderBy"],
		"affectedBy": ["filter", "orderBy"],
		"dossiers": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"found": ["filter", "orderBy"],
		"motivates": ["filter", "orderBy"],
		"texts": ["filter", "orderBy"]
	},
	"Snapshot": {
		"agencies": ["filter", "orderBy"],
		"categories": ["filter", "orderBy"],
		"companies": ["filter", "orderBy"],
		"concerns": ["filter", "orderBy"],
		"conditions": ["filter", "orderBy"],
		"designations": ["filter", "orderBy"],
		"disputes": ["kinds", "of"],
		"dossiers": ["filter", "orderBy"],
		"effects": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"instruments": ["filter", "orderBy"],
		"letters": ["filter", "orderBy"],
		"models": ["filter", "orderBy"],
		"motives": ["of"],
		"orders": ["filter", "orderBy"],
		"people": ["filter", "orderBy"],
		"restrictions": ["asOf", "filter", "orderBy", "reportedBy"],
		"revisions": [],
		"rules": ["filter", "orderBy"],
		"rulings": ["filter", "orderBy"],
		"search": ["kinds", "query"],
		"sources": ["filter", "orderBy"],
		"timeline": ["from", "kinds", "of", "to"],
		"undertakings": ["filter", "orderBy"]
	},
	"Source": {
		"citedBy": ["filter", "orderBy"],
		"dossiers": ["filter", "orderBy"]
	},
	"Undertaking": {
		"admits": ["filter", "orderBy"],
		"affectedBy": ["filter", "orderBy"],
		"dossiers": ["filter", "orderBy"],
		"events": ["filter", "orderBy"],
		"found": ["filter", "orderBy"],
		"motivates": ["filter", "orderBy"],
		"texts": ["filter", "orderBy"]
	}
};
