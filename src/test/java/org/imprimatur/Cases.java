package org.imprimatur;

/** How many random cases a test tries: always the same, and more of them with {@code checks/cases}. */
public final class Cases {

	private static final int PERCENT = Integer.getInteger("cases.percent", 100);

	private Cases() {
	}

	/** So many cases, or as many times more as are asked for. */
	public static int of(int usual) {
		return usual * PERCENT / 100;
	}
}
