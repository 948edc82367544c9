package org.imprimatur.ledger;

import java.time.Clock;
import org.imprimatur.embedded.DataDirectory;
import org.imprimatur.graph.audit.LedgerReader;
import org.imprimatur.graph.record.RecordStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The doors of the ledger. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LedgerConfiguration {

	@Bean
	Head head(RecordStore records) {
		return new Head(records);
	}

	@Bean
	Ledger ledger(RecordStore records, Head head, Clock clock, ObjectProvider<DataDirectory> directory) {
		return new Ledger(records, head, clock, new DiskSpace(directory.getIfAvailable()));
	}

	@Bean
	Verification verification(LedgerReader reader) {
		return new Verification(reader);
	}
}
