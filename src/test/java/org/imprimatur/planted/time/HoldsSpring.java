package org.imprimatur.planted.time;

import org.springframework.context.ApplicationContext;

public class HoldsSpring {
	ApplicationContext spring;
}
