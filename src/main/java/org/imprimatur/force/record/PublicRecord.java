package org.imprimatur.force.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Source;
import org.imprimatur.knowledge.Source.Reliability;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What had been published by a day (design, "The rules of force", rule 8).
 *
 * @param reportedBy the day; everything had been if absent
 */
record PublicRecord(Facts facts, @Nullable LocalDate reportedBy) {

	/** Whether everything had been published. */
	boolean all() {
		return reportedBy == null;
	}

	/** The day, or the last of the public record if that is earlier. */
	LocalDate notAfter(LocalDate day) {
		return reportedBy == null || day.isBefore(reportedBy) ? day : reportedBy;
	}

	/** Whether the passage's source can hardly be trusted. */
	boolean weak(Evidence passage) {
		return facts.find(passage.source(), Source.class).filter(PublicRecord::weak).isPresent();
	}

	/** Whether the instrument had been published; without a date only sources count. */
	Truth of(Instrument instrument) {
		return by(instrument.published());
	}

	/** Whether what the passage says had been. A source without a date was, at the latest, when it was retrieved. */
	Truth of(Evidence passage) {
		return by(published(passage));
	}

	/** Whether what any of the passages says had been. */
	Truth any(List<Evidence> passages) {
		return passages.stream().map(this::of).reduce(Truth.FALSE, Truth::or);
	}

	/** Those of the passages that had been, or may have been. */
	List<Evidence> possible(List<Evidence> passages) {
		return passages.stream().filter(it -> of(it).possible()).toList();
	}

	/** When what the passage says was published: the text of an instrument no later than the instrument was. */
	EdtfDate published(Evidence passage) {
		return facts.find(passage.source(), Source.class)
				.map(it -> text(it).map(Instrument::published).map(act -> Days.earlier(act, published(it)))
						.orElseGet(() -> published(it)))
				.orElse(Days.UNKNOWN);
	}

	// A weak copy may say what the text does not.
	private Optional<Instrument> text(Source source) {
		return Optional.ofNullable(source.textOf()).filter(it -> !weak(source))
				.flatMap(it -> facts.find(it, Instrument.class));
	}

	/** Whether {@code date} had come, or may have. */
	Truth by(@Nullable EdtfDate date) {
		return reportedBy == null ? Truth.TRUE : Days.reached(date, EdtfDate.of(reportedBy));
	}

	private static boolean weak(Source source) {
		return source.countsAs() == Reliability.WEAK;
	}

	private static EdtfDate published(Source source) {
		EdtfDate published = source.published();
		EdtfDate retrieved = source.retrieved();
		if (published != null) {
			return published;
		}
		return retrieved == null
				? Days.UNKNOWN
				: new EdtfDate(retrieved.text(), Days.ALWAYS.earliest(), retrieved.latest());
	}
}
