package org.imprimatur;

/**
 * How many random cases a test tries. A build tries a part of them, always the same; {@code checks/cases} tries them
 * all.
 */
public final class Cases {

	private static final int PERCENT = Integer.getInteger("cases.percent", 40);

	private Cases() {
	}

	/** The part of so many cases that is tried. */
	public static int of(int all) {
		return all * PERCENT / 100;
	}
}
