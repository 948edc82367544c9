package org.imprimatur.planted.knowledge;

import org.imprimatur.planted.force.KnowsKnowledge;

public class KnowsForce {
	KnowsKnowledge force;
}
