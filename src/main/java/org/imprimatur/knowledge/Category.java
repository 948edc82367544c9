package org.imprimatur.knowledge;

import java.util.List;
import org.imprimatur.knowledge.Model.ModelKind;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A class of parties, models or data.
 *
 * @param partOf the wider category
 * @param criterion who or what belongs to it, in words
 * @param test the criterion where it can be checked
 * @param members who is known to belong to it
 */
public record Category(String id, String name, List<String> aliases,
		@Relationship("PART_OF") @Nullable Ref<Category> partOf, @Nullable String criterion,
		@Relationship("HAS_TEST") @Nullable Test test,
		@Relationship("HAS_MEMBERSHIP") List<Membership> members,
		@Relationship("HAS_EVIDENCE") List<Evidence> evidence) implements Party {

	@Override
	public List<Membership> parts() {
		return members;
	}

	/**
	 * A criterion that the rules can check: of a model, for which all that is given must hold; or of a party, by its
	 * places.
	 *
	 * @param kind what the model is
	 * @param released when the model was first released
	 * @param territory where it was released, as an ISO 3166 code
	 * @param trainingCompute how much computation the model's training took
	 * @param places where the party is
	 */
	public record Test(@Nullable ModelKind kind, @Nullable Period released, @Nullable String territory,
			@Relationship("HAS_THRESHOLD") @Nullable Threshold trainingCompute,
			@Relationship("HAS_PLACES") @Nullable Places places) {
	}

	/**
	 * Where a party is; one of these is enough.
	 *
	 * @param destinations where it receives what it is given, as ISO 3166 codes
	 * @param seats where a company is established, or whose authority an agency is, as ISO 3166 codes
	 * @param parentSeats where the company or agency at the head of its parents has its seat, as ISO 3166 codes; it is
	 *     its own where it has none
	 */
	public record Places(List<String> destinations, List<String> seats, List<String> parentSeats) {
	}

	/**
	 * An amount of computation to reach or to exceed.
	 *
	 * @param moreThan what it has to exceed, in FLOP, as a decimal number such as 1e25
	 * @param atLeast what it has to reach, in FLOP, as a decimal number
	 */
	public record Threshold(@Nullable String moreThan, @Nullable String atLeast) {
	}

	/**
	 * One member.
	 *
	 * @param member the company, agency, person or model
	 * @param period when it belongs; while {@code by} is operative, or always, if absent
	 * @param by the instrument that makes it a member
	 * @param subsidiaries whether the companies below it belong with it; they do not if absent
	 * @param evidence the passages that bear on this membership; where there are none, those on the members do
	 */
	public record Membership(@Relationship("MEMBER") Ref<Entity> member, @Nullable Period period,
			@Relationship("MEMBER_BY") @Nullable Ref<Instrument> by, @Nullable Boolean subsidiaries,
			@Relationship("HAS_EVIDENCE") List<Evidence> evidence) implements EvidencedPart {

		@Override
		public String field() {
			return "members";
		}
	}
}
