package org.imprimatur.dossier;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** A list that holds the first of what is added, and lets go of the rest: nobody mends a million mistakes at once. */
final class FirstOf<E> extends AbstractList<E> {

	private final int most;
	private final List<E> first = new ArrayList<>();
	private boolean more;

	FirstOf(int most) {
		this.most = most;
	}

	@Override
	public boolean add(E element) {
		if (first.size() == most) {
			more = true;
			return false;
		}
		return first.add(element);
	}

	@Override
	public E get(int index) {
		return first.get(index);
	}

	@Override
	public int size() {
		return first.size();
	}

	/** Whether there were more. */
	boolean hasLetGo() {
		return more;
	}
}
