package org.imprimatur.ledger;

import java.time.Clock;
import org.imprimatur.graph.RecordStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door of the ledger. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

	@Bean
	Ledger ledger(RecordStore records, Clock clock) {
		return new Ledger(records, clock);
	}
}
