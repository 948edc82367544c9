package org.imprimatur.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.imprimatur.time.Iso8601;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The days that somebody may give. */
final class DayConverter implements ITypeConverter<LocalDate> {

	@Override
	public LocalDate convert(String value) {
		try {
			return Iso8601.day(value);
		} catch (DateTimeParseException e) {
			throw new TypeConversionException(String.valueOf(e.getMessage()));
		}
	}
}
