package org.imprimatur.knowledge;

import java.util.List;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * An AI model or service, or an item that is regulated like one.
 *
 * @param kind whether it is a model, a service or hardware
 * @param developer who made it
 * @param deployers who offers it
 * @param variantOf the model that it is a variant of
 * @param succeeds the model that it follows
 * @param releases where and when it was released
 * @param trainingCompute how much computation its training took
 */
public record Model(String id, String name, List<String> aliases, ModelKind kind,
		@Relationship("DEVELOPED_BY") @Nullable Ref<Company> developer,
		@Relationship("DEPLOYED_BY") List<Ref<Company>> deployers,
		@Relationship("VARIANT_OF") @Nullable Ref<Model> variantOf,
		@Relationship("SUCCEEDS") @Nullable Ref<Model> succeeds,
		@Relationship("HAS_RELEASE") List<Release> releases,
		@Relationship("HAS_TRAINING_COMPUTE") @Nullable TrainingCompute trainingCompute,
		@Relationship("HAS_EVIDENCE") List<Evidence> evidence) implements Entity {

	@Override
	public List<Release> parts() {
		return releases;
	}

	/** What is regulated. */
	public enum ModelKind {
		MODEL,
		SERVICE,
		HARDWARE
	}

	/**
	 * A release to somebody.
	 *
	 * @param date the day
	 * @param territory where, as an ISO 3166 code; everywhere if absent
	 * @param to whom, in words; the public if absent
	 * @param evidence the passages that bear on this release; where there are none, those on the model's releases do
	 */
	public record Release(EdtfDate date, @Nullable String territory, @Nullable String to,
			@Relationship("HAS_EVIDENCE") List<Evidence> evidence) implements EvidencedPart {

		@Override
		public String field() {
			return "releases";
		}
	}

	/**
	 * An amount of computation; of a known one both bounds are the same.
	 *
	 * @param atLeast the least that it may be, in FLOP, as a decimal number such as 2.5e25; open if absent
	 * @param atMost the most that it may be, in FLOP, as a decimal number; open if absent
	 */
	public record TrainingCompute(@Nullable String atLeast, @Nullable String atMost) {
	}
}
