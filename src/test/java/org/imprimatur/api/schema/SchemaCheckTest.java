package org.imprimatur.api.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.imprimatur.ApplicationTest;
import org.imprimatur.api.computed.ComputedField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Plants a mistake of each kind in the schema that is shipped, and looks for the sentence that tells of it. */
@ApplicationTest
class SchemaCheckTest {

	private final List<ComputedField<?>> computed;

	SchemaCheckTest(@Autowired List<ComputedField<?>> computed) {
		this.computed = computed;
	}

	@Test
	void theShippedSchemaFits() {
		assertThat(mistakes(ShippedSchema.text())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				type Concern implements Node @node | type Concern implements Node | Concern: this kind of entity has no type with @node
				type Release @part | type Release @node | Release: this type with @node is no kind of entity
				developer: Company @relationship(type: "DEVELOPED_BY", direction: "OUT") | developer: Company @relationship(type: "MADE_BY", direction: "OUT") | Model.developer: it follows MADE_BY, but the record has DEVELOPED_BY here
				developer: Company @relationship(type: "DEVELOPED_BY", direction: "OUT") | developer: Company | Model.developer: it follows no relationship, but the record has DEVELOPED_BY here
				developer: Company @rel | developer: [Company!]! @rel | Model.developer: it is [Company!]!, and the record's field makes it Company
				developer: Company @rel | developer: Agency @rel | Model.developer: it may lead to a Company, which is no Agency
				developer: Company @rel | maker: Company @rel | Model.maker: the record Model has no such field
				developer: Company @rel | maker: Company @rel | Model.developer: the record has this field, and the type has not
				kind: ModelKind! | kind: ModelKind | Model.kind: it is ModelKind, and the record's field makes it ModelKind!
				kind: AgencyKind! | kind: ModelKind! | Agency.kind: ModelKind has other values than the record's AgencyKind
				aliases: [String!]! | aliases: String | Model.aliases: it is String, and the record's field makes it [String!]!
				period: Period | period: FactDate | Condition.period: it is FactDate, and the record's field makes it Period
				deadline: FactDate | deadline: String | Condition.deadline: it is String, and the record's field makes it FactDate
				type: "COVERS_MODEL", direction: "IN", through: "HAS_SCOPE" | type: "COVERS_MODEL", direction: "IN" | Model.namedIn: no Condition refers to Model by COVERS_MODEL
				type: "COVERS_MODEL", direction: "IN", through: "HAS_SCOPE" | type: "COVERS_COMPANY", direction: "IN", through: "HAS_SCOPE" | Model.namedIn: no Condition refers to Model by HAS_SCOPE COVERS_COMPANY
				type: "COVERS_MODEL", direction: "IN", through: "HAS_SCOPE" | type: "EXCLUDES", direction: "IN", through: "HAS_SCOPE" | Condition HAS_SCOPE COVERS_MODEL: no field leads back over this relationship
				imposedBy: Instrument @rel | imposedBy: Instrument! @rel | Condition.imposedBy: nothing says that there is one, so it has to be nullable
				of: Node! @rel | of: Party! @rel | Evidence.of: it may lead to a Model, which is no Party
				holder: Person! @relationship(type: "HOLDS_OFFICE" | holder: Person! @relationship(type: "HELD" | Office.holder: no record has it by HELD
				type: "OFFICE_AT", direction: "OUT", through: "HOLDS_OFFICE" | type: "OFFICE_AT", direction: "OUT" | PersonFilter.officeAt: no OFFICE_AT leads from the one to the other
				jurisdiction: [Territory!] @anyOf | jurisdiction: [String!] @anyOf | CompanyFilter.jurisdiction: it is [String!], and what it asks makes it [Territory!]
				direction: "OUT", property: "jurisdiction" | direction: "OUT", property: "seat" | InstrumentFilter.jurisdiction: seat is no value of what ISSUED_BY leads to
				jurisdiction: [Territory!] @relationship | jurisdiction: [String!] @relationship | InstrumentFilter.jurisdiction: it is [String!], and what it asks makes it [Territory!]
				type: [InstrumentKind!] | type: [ModelKind!] | InstrumentFilter.type: the values of ModelKind are not the kinds of what is listed
				type: [NodeKind!] | type: [InstrumentKind!] | NodeFilter.type: the values of InstrumentKind are not the kinds of what is listed
				type: [NodeKind!] | type: [String!] | NodeFilter.type: it is [String!], and what it asks makes it a list of kinds
				action: [Action!] @anyOf | action: [Modality!] @anyOf | ConditionFilter.action: Modality has other values than the record's Action
				publisher: String @contains(property: "publisher") | publisher: String @contains(property: "maker") | SourceFilter.publisher: maker is no text of a Source
				issued: DateRange @within(property: "issued") | issued: DateRange @within(property: "number") | InstrumentFilter.issued: number is no date of a Letter
				binding: Boolean @anyOf(property: "binding") | binding: Boolean | InstrumentFilter.binding: a filter has one directive that says what it asks
				"date_from", descending: true, required: true | "date_from", descending: true, required: false | EventOrder.DATE_DESC: a Event always has date_from
				"deadline_from", descending: true, required: false | "deadline_from", descending: true, required: true | ConditionOrder.DEADLINE_DESC: a Condition need not have deadline_from
				"published_from", descending: true, required: false | "publisher_from", descending: true, required: false | SourceOrder.PUBLISHED_DESC: publisher_from is nothing that a Source can be ordered by
				certain: Boolean! | sure: Boolean! | Step.sure: the record Step has no such value
				certain: Boolean! | certain: Boolean | Step.certain: it is Boolean, and what is computed makes it Boolean!
				state: State! | state: Level! | AppliedCondition.state: Level has other values than the record's State
				standing: Standing! | standing: Coverage! | Coverage already stands for the record Coverage, and here for Standing
				): ConditionSet! @computed | ): ConditionSet! @relationship(type: "IS", direction: "OUT") | Query.conditionSet: this is computed, and no field with @computed shows it
				maxLength: Int! = 6 | longest: Int! = 6 | Query.path.longest: what computes the field takes no such argument
				maxLength: Int! = 6 | longest: Int! = 6 | Query.path.maxLength: what computes the field takes it, and there is no such argument
				maxLength: Int! = 6 | maxLength: Int = 6 | Query.path.maxLength: it is Int, and what computes the field takes Int!
				without: [ID!]! | without: ID! | Query.whatIf.without: it is ID!, and what computes the field takes [ID!]!
				action: Action! | action: Modality! | Query.assess.action: Modality has other values than the record's Action
				kinds: [TimelineKind!] | kinds: [String!] | Query.timeline.kinds: it is of type String, and what computes the field takes a TimelineKind
				rules: String! | rules: String | ReceiptInput.rules: it is String, and what computes the field takes String!
				digest: String! | sum: String! | ReceiptInput.digest: what computes the field takes it, and there is no such argument
				reportedBy: Date | reportedBy: DateTime | Model.conditionSet.reportedBy: it is of type DateTime, and what computes the field takes a LocalDate
				sinceDay: Date | sinceDay: String | Subscription.conditionSetChanged.sinceDay: it is of type String, and what computes the field takes a LocalDate
				): ConditionSet! @computed | ): ConditionSet! | Model.conditionSet: this is computed, and no field with @computed shows it
				): [Node]! | ): [Node]! @computed | Query.nodes: nothing computes it
				): ConditionSetChange! @computed | ): ChangeFeed! @computed | ChangeFeed already stands for the record ChangeFeed, and here for ConditionSetChange
				via: [Node!]! | via: [Party!]! | AppliedCondition.via: it may lead to a Model, which is no Party
				"Who made it." | | Model.developer: it has no description
				"Whether it binds." | | InstrumentFilter.binding: it has no description
				"The authority that issued it, or the company that undertakes." | | Instrument.issuedBy: it has no description
				"A part of an entity's record." | | part: it has no description
				"Whether the greatest comes first." | | @order.descending: it has no description
				"A revision's number." | | Query.at.revision: it has no description
				"It must not be done." | | Modality.PROHIBITION: it has no description
				""")
	void aPlantedMistakeIsTold(String shipped, @Nullable String planted, String sentence) {
		assertThat(ShippedSchema.text()).contains(shipped);
		assertThat(mistakes(ShippedSchema.text().replace(shipped, planted == null ? "" : planted))).contains(sentence);
	}

	@Test
	void aSchemaWithMistakesStopsTheStart() {
		GraphQLSchema schema = schema(ShippedSchema.text().replace("kind: AgencyKind!", "kind: AgencyKind"));
		assertThatIllegalStateException().isThrownBy(() -> SchemaCheck.checked(schema, computed)).withMessageContaining(
				"Agency.kind: it is AgencyKind, and the record's field makes it AgencyKind!");
	}

	private List<String> mistakes(String sdl) {
		return SchemaCheck.mistakes(schema(sdl), computed);
	}

	/** A client's cache takes what has an id for what the id names. */
	@Test
	void whatHasAnIdIsWhatTheIdNames() {
		GraphQLSchema schema = schema(ShippedSchema.text());
		Set<String> named = SchemaReading.possibleTypes(schema, Objects.requireNonNull(schema.getType("Node")));
		assertThat(schema.getAllTypesAsList().stream().filter(GraphQLObjectType.class::isInstance)
				.map(GraphQLObjectType.class::cast).filter(type -> type.getFieldDefinition("id") != null)
				.map(GraphQLObjectType::getName).filter(name -> !named.contains(name))).containsExactly("ConditionSet");
	}

	private static GraphQLSchema schema(String sdl) {
		return UnExecutableSchemaGenerator
				.makeUnExecutableSchema(PublicSchema.completed(new SchemaParser().parse(sdl)));
	}
}
