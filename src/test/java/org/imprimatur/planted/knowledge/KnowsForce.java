package org.imprimatur.planted.knowledge;

import org.imprimatur.planted.force.record.KnowsJudge;

public class KnowsForce {
	KnowsJudge force;
}
