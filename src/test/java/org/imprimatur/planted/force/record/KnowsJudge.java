package org.imprimatur.planted.force.record;

import org.imprimatur.planted.force.judge.KnowsRecord;

public class KnowsJudge {
	KnowsRecord judge;
}
