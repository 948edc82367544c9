package org.imprimatur.answer;

import org.imprimatur.graph.walk.FactsReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of what is kept by revision. */
@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

	@Bean
	ConditionSetReader conditionSetReader(FactsReader reader) {
		return new ConditionSetReader(reader);
	}

	@Bean
	RestrictionReader restrictionReader(FactsReader reader) {
		return new RestrictionReader(reader);
	}
}
