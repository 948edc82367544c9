package org.imprimatur;

import static org.imprimatur.Room.room;

import java.util.List;

/** The rooms of Imprimatur. Where one is not as it is listed, {@link ArchitectureTest} tells how it would be listed. */
final class Rooms {

	/** From the bottom up: none uses one that stands below it here. */
	static final List<Room> LISTED = List.of(
			room("text").doors("Excerpt"),
			room("time").uses("text").doors("Delay", "EdtfDate", "Iso8601", "Period", "Truth"),
			room("knowledge").uses("text", "time")
					.doors("Agency", "CanonicalForm", "Category", "Company", "Concern", "Condition", "Dossier",
							"DossierContents", "EditDistance", "Effect", "Entity", "EntityChange", "Event",
							"Evidence", "EvidenceCheck", "EvidencedPart", "Facts", "FieldChange", "Identifier",
							"Instrument", "Kind",
							"Model", "Names", "Organisation", "Party", "Passage", "Person", "RecordChangeKind", "Ref",
							"References", "RelationshipType", "RelativeDate", "Scope", "Sha256", "Shape", "Source",
							"Territory", "VersionId", "Withdrawal"),
			room("dossier").uses("knowledge", "text", "time")
					.doors("DossierFile", "DossierReader", "DossierWriter", "Mistake", "Reading"),

			room("force.record").uses("knowledge", "time")
					.doors("AdmittedRecord", "Backlinks", "Days", "Dispute", "EvidenceKey", "Motive"),
			room("force.derivation").uses("force.record", "knowledge", "time")
					.doors("Derivation", "EndReason", "Inference", "Outcome", "Reach", "Reason", "Rule", "State",
							"Step", "StepSentences", "Verdict", "Wording"),
			room("force.scope").uses("force.derivation", "force.record", "knowledge", "time")
					.doors("Belonging", "JudgedCase", "ScopeReading", "Territories"),
			room("force.operation").uses("force.record", "force.scope", "knowledge", "time")
					.doors("Amendment", "Amendments", "Contingencies", "CriticalDays", "Operation", "RelevantDates"),
			room("force.judge")
					.uses("force.derivation", "force.operation", "force.record", "force.scope", "knowledge", "time")
					.doors("AppliedCondition", "Compliance", "ExpectedTurns", "Imposed", "Judgement", "StateRule"),
			room("force.conditions")
					.uses("force.derivation", "force.judge", "force.operation", "force.record", "force.scope",
							"knowledge", "time")
					.doors("ConditionSet", "ConditionSets", "Coverage", "CoverageRule", "CoverageSentence", "Level",
							"Question", "Standing", "StandingRule"),
			room("force.compare")
					.uses("force.conditions", "force.derivation", "force.judge", "force.operation", "force.record",
							"knowledge", "time")
					.doors("Change", "ChangeKind", "Changes", "ConditionMatrix", "Difference", "DifferenceSentences",
							"StandingChange"),
			room("force.timeline")
					.uses("force.derivation", "force.judge", "force.operation", "force.record", "force.scope",
							"knowledge", "time")
					.doors("ForcePeriods", "Timeline", "TimelineEntry", "TimelineKind", "TurningDays"),
			room("force.restriction")
					.uses("force.conditions", "force.derivation", "force.judge", "force.record", "force.scope",
							"force.timeline", "knowledge", "time")
					.doors("BoundParties", "DayCount", "Restriction", "RestrictionKind", "Restrictions"),
			room("force.assess")
					.uses("force.conditions", "force.derivation", "force.judge", "force.operation", "force.record",
							"force.scope", "knowledge", "time")
					.doors("AssessedNorm", "Assessment", "Assessments", "Conduct", "Permissibility"),

			room("graph.connection").uses("knowledge")
					.doors("EvidencePath", "GraphInProcess", "GraphUnavailable", "LivePredicate", "ReadTimedOut",
							"Statement", "Statements", "StoredNode", "StoredNodes", "TooMuchPlanned"),
			room("graph.schema").uses("graph.connection", "knowledge")
					.doors("GraphSchema", "GraphSchemaException"),
			room("graph.selection").uses("graph.connection", "knowledge")
					.doors("Cursor", "GraphReader", "Page", "Row", "Selection", "Window"),
			room("graph.search").uses("graph.connection", "knowledge", "text", "time")
					.doors("SearchQuery", "SearchedProperties", "SearchedText", "TextSearch", "Tokens"),
			room("graph.record").uses("graph.connection", "graph.schema", "graph.search", "knowledge", "time")
					.doors("Cause", "GraphNode", "Journal", "JournalReader", "ProjectedRecord", "Projection",
							"RecordChange", "RecordStore", "RecordWriter", "Revision", "Snapshot", "SnapshotReader")
					.alsoPublic("RevisionRepository"),
			room("graph.walk").uses("graph.connection", "knowledge", "time")
					.doors("Chains", "ChangeReader", "FactsReader", "FactsWalk", "HistoryReader", "Link", "LinkReader",
							"Surroundings", "SurveyReader"),
			room("graph.audit").uses("graph.connection", "graph.record", "knowledge")
					.doors("LedgerReader"),
			room("graph")
					.uses("graph.audit", "graph.connection", "graph.schema", "graph.search", "graph.selection",
							"graph.walk"),

			room("exchange").uses("graph.record", "knowledge", "time")
					.doors("Csv", "Format"),
			room("embedded").uses("graph.connection").doors("Backup", "DataDirectory", "EmbeddedNeo4j"),

			room("ledger").uses("embedded", "graph.audit", "graph.record", "knowledge")
					.doors("Head", "Ledger", "Publication", "PublicationRefused", "Verdict", "Verification"),
			room("answer")
					.uses("force.compare", "force.conditions", "force.derivation", "force.judge", "force.operation",
							"force.record", "force.restriction", "graph.walk", "knowledge", "ledger", "time")
					.doors("CanonicalConditionSet", "ChangedConditionSet", "ConditionSetReader", "KeptAnswers",
							"PublicationDifference", "Receipt", "RestrictionReader"),

			room("api.error").uses("graph.connection", "knowledge", "text")
					.doors("Failures", "GraphQlError", "HttpProblem", "Refusal"),
			room("api.computed").uses("api.error").doors("AtRevision", "ComputedField", "PartialAnswer", "RootField",
					"VolatileAnswer"),
			room("api.conditions")
					.uses("answer", "api.computed", "api.error", "force.assess", "force.compare", "force.conditions",
							"force.judge", "knowledge", "time")
					.doors("ConditionSetAnswer", "ConditionSetAnswers", "ConditionSetChange"),
			room("api.schema").uses("api.computed", "force.record", "graph.selection", "knowledge", "time")
					.doors("PublicSchema", "SchemaCheck", "SchemaReading")
					.alsoPublic("RecordedReference", "SnapshotType"),
			room("api.page").uses("api.error", "api.schema", "graph.selection", "knowledge")
					.doors("Edge", "PageArguments", "PageInfo", "Paged", "Slice"),
			room("api.fetch")
					.uses("api.computed", "api.conditions", "api.error", "api.page", "api.schema", "force.conditions",
							"force.record", "graph.record", "graph.search", "graph.selection", "knowledge", "ledger",
							"time")
					.doors("FieldFetcher", "Hydration", "OperationRevision", "RootFetcher"),
			room("api.explore")
					.uses("answer", "api.computed", "api.conditions", "api.error", "api.page", "force.conditions",
							"force.derivation", "force.record", "force.restriction", "force.timeline", "graph.search",
							"graph.walk", "knowledge", "text", "time"),
			room("api.revisions")
					.uses("answer", "api.computed", "api.conditions", "api.error", "api.fetch", "api.page",
							"force.conditions", "graph.record", "graph.selection", "graph.walk", "knowledge", "ledger"),
			room("api.limit").uses("api.error", "api.page", "api.schema").doors("Client", "Running"),
			room("api.subscription")
					.uses("answer", "api.computed", "api.conditions", "api.error", "api.fetch", "api.limit",
							"force.conditions", "graph.selection", "ledger")
					.doors("SubscriptionFetcher"),
			room("api.http")
					.uses("answer", "api.error", "api.fetch", "api.limit", "api.schema", "exchange", "graph.record",
							"knowledge", "ledger")
					.doors("CommonQuestions", "GraphQlEndpoint", "PublicAddress")
					.alsoPublic("BoundedConnectionsProtocol"),
			room("api.download")
					.uses("api.error", "api.fetch", "api.http", "exchange", "graph.record", "ledger"),
			room("api.publishing")
					.uses("answer", "api.error", "dossier", "force.compare", "force.conditions", "force.derivation",
							"force.judge", "graph.record", "knowledge", "ledger", "time"),
			room("api")
					.uses("api.computed", "api.error", "api.fetch", "api.schema", "api.subscription", "graph.selection",
							"knowledge", "time"),

			room("web").uses("api.error", "api.http", "knowledge"),

			room("cli")
					.uses("answer", "dossier", "embedded", "force.compare", "force.conditions", "force.judge",
							"force.timeline", "graph.record", "graph.schema", "knowledge", "ledger", "time")
					.doors("Commands"),

			room("").uses("cli", "dossier", "graph.record", "graph.schema", "knowledge", "ledger")
					.alsoPublic("Imprimatur"));

	private Rooms() {
	}
}
