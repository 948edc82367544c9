package org.imprimatur.cli;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import org.imprimatur.graph.record.Cause;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The causes that a curator may give. */
final class CauseConverter implements ITypeConverter<Cause>, Iterable<String> {

	private static final Set<Cause> ALL = EnumSet.complementOf(EnumSet.of(Cause.SHIPPED));

	@Override
	public Cause convert(String value) {
		return ALL.stream().filter(it -> Phrases.of(it).equals(value)).findFirst().orElseThrow(
				() -> new TypeConversionException("'%s' is none of %s".formatted(value, String.join(", ", this))));
	}

	@Override
	public Iterator<String> iterator() {
		return ALL.stream().map(Phrases::of).iterator();
	}
}
