package org.imprimatur.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.imprimatur.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** A graph that an older version wrote, without what is searched, is searched like any other. */
@ApplicationTest
class MakeSearchableTest {

	private final Driver driver;
	private final RecordStore records;
	private final TextSearch search;

	MakeSearchableTest(@Autowired Driver driver, @Autowired RecordStore records, @Autowired TextSearch search) {
		this.driver = driver;
		this.records = records;
		this.search = search;
	}

	@Test
	void olderRecordsGetWhatTheyLack() {
		List<Map<String, Object>> before = searched();
		run("MATCH (record:Record) REMOVE record.names, record.words, record.keys");
		assertThat(search.lookUp("model/mythos-5", records.head())).isEmpty();
		records.makeSearchable();
		assertThat(searched()).isEqualTo(before).isNotEmpty();
		assertThat(search.lookUp("model/mythos-5", records.head())).containsExactly("model/mythos-5");
	}

	private List<Map<String, Object>> searched() {
		return run(
				"MATCH (record:Record) RETURN record{.id, .since, .names, .words, .keys} ORDER BY record.id, record.since");
	}

	private List<Map<String, Object>> run(String statement) {
		return driver.executableQuery(statement).execute().records().stream().map(row -> row.asMap()).toList();
	}
}
