package org.imprimatur.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.imprimatur.graph.record.Snapshot;

/** A form in which the whole graph can be had. */
public enum Format {
	/** RDF as JSON-LD 1.1: norms in ODRL, provenance in PROV. */
	JSON_LD("jsonld", "application/ld+json", "RDF in JSON-LD 1.1, for RDF stores", JsonLd::write),
	/** A property graph for Gephi and NetworkX. */
	GRAPHML("graphml", "application/graphml+xml", "A property graph in GraphML, for Gephi and NetworkX",
			GraphMl::write),
	/** Tables in CSV, zipped. */
	CSV("csv.zip", "application/zip", "Tables in CSV, zipped, for spreadsheets, pandas and R", CsvTables::write),
	/** FollowTheMoney entities for Aleph, one a line. */
	FOLLOW_THE_MONEY("ndjson", "application/x-ndjson", "FollowTheMoney entities, one a line, for Aleph",
			FollowTheMoney::write);

	/** The licence of the data, whatever its form. */
	public static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

	/** How the data are to be credited. */
	public static final String CREDIT = "Imprimatur dossiers";

	/** Counts what the files of one revision have been: raised when a form comes to say something else or otherwise. */
	public static final int EDITION = 2;

	private interface Writer {
		void write(Snapshot snapshot, OutputStream out) throws IOException;
	}

	private final String extension;
	private final String mediaType;
	private final String description;
	private final Writer writer;

	Format(String extension, String mediaType, String description, Writer writer) {
		this.description = description;
		this.extension = extension;
		this.mediaType = mediaType;
		this.writer = writer;
	}

	/** The end of a file's name, without the dot before it. */
	public String extension() {
		return extension;
	}

	/** The media type. */
	public String mediaType() {
		return mediaType;
	}

	/** What it is, and for whom. */
	public String description() {
		return description;
	}

	/** The form whose files end in this. */
	public static Optional<Format> ofExtension(String extension) {
		return Arrays.stream(values()).filter(format -> format.extension.equals(extension)).findFirst();
	}

	/**
	 * Writes the graph, a page after the other. The stream is flushed but not closed; when this fails, what was written
	 * is a beginning that nothing marks as complete.
	 */
	public void write(Snapshot snapshot, OutputStream out) throws IOException {
		writer.write(snapshot, out);
		out.flush();
	}
}
