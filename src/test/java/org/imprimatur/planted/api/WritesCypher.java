package org.imprimatur.planted.api;

public class WritesCypher {
	String modelsLabelled(String label) {
		return "MATCH (m:" + label + ") RETURN m";
	}
}
