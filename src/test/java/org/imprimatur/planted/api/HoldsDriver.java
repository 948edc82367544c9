package org.imprimatur.planted.api;

import org.neo4j.driver.Driver;

public class HoldsDriver {
	Driver driver;
}
