package org.imprimatur.planted.embedded;

import org.imprimatur.planted.time.HoldsSpring;

public class KnowsTime {
	HoldsSpring time;
}
