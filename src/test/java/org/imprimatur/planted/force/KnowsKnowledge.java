package org.imprimatur.planted.force;

import org.imprimatur.planted.knowledge.KnowsForce;

public class KnowsKnowledge {
	KnowsForce knowledge;
}
