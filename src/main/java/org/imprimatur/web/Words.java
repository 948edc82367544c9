package org.imprimatur.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** What the constants of the schema are called on a page: {@code {{#words}}IN_FORCE{{/words}}} is "in force". */
final class Words implements Mustache.Lambda {

	static final Words WORDS = new Words();

	private final Properties words;

	private Words() {
		try {
			words = PropertiesLoaderUtils.loadProperties(new ClassPathResource("pages/words.properties"));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** What a constant is called; a constant without a word is shown as it is. */
	String of(String constant) {
		return words.getProperty(constant, constant);
	}

	@Override
	public void execute(Template.Fragment fragment, Writer out) throws IOException {
		out.write(of(fragment.execute()));
	}
}
