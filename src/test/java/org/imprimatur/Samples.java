package org.imprimatur;

/**
 * How many samples a test draws of what is random: few enough for the minutes that the suite may take, or as many times
 * more as {@code mvn verify -Dsamples=10} asks.
 */
public final class Samples {

	private static final int TIMES = Integer.getInteger("samples", 1);

	private Samples() {
	}

	/** So many samples, where nothing else is asked. */
	public static int of(int number) {
		return number * TIMES;
	}
}
