package org.imprimatur.planted.force.judge;

import org.imprimatur.planted.force.record.KnowsJudge;

public class KnowsRecord {
	KnowsJudge record;
}
