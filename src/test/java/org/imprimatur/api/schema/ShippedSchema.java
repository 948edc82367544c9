package org.imprimatur.api.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The schema that is shipped, all files as one text. */
public final class ShippedSchema {

	private ShippedSchema() {
	}

	public static String text() {
		try {
			StringBuilder sdl = new StringBuilder();
			for (Resource file : new PathMatchingResourcePatternResolver()
					.getResources("classpath:graphql/*.graphqls")) {
				sdl.append(file.getContentAsString(StandardCharsets.UTF_8)).append('\n');
			}
			return sdl.toString();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
