package org.imprimatur.planted.graph;

import graphql.language.Document;

public class ReadsGraphQl {
	Document document;
}
