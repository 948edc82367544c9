package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.ServletRequestPathUtils;

/** A build where there is no Node.js succeeds, and what it lacks is said in the page's place. */
class WithoutNodeTest {

	@Test
	void theBuildGoesOnAndSaysWhatItLacks(@TempDir Path path, @TempDir Path page) throws Exception {
		Files.createSymbolicLink(path.resolve("dirname"), Path.of("/usr/bin/dirname"));
		var build = new ProcessBuilder("/bin/sh", "browser/build.sh", page.toString())
				.redirectErrorStream(true);
		build.environment().put("PATH", path.toString());
		var process = build.start();
		var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
		assertThat(said).contains("It needs Node 20.19 or newer with npm");
		assertThat(page).isEmptyDirectory();
	}

	@Test
	void thePagesSayWhatIsMissing(@TempDir Path nothing) throws Exception {
		var built = new FileSystemResource(nothing + "/");
		assertSaysWhatIsMissing("/graphiql/", new GraphiQlPage().graphiQl(built));
		assertSaysWhatIsMissing("/reference/", new GraphiQlPage().reference(built));
	}

	private static void assertSaysWhatIsMissing(String path, RouterFunction<ServerResponse> page) throws Exception {
		var request = new MockHttpServletRequest("GET", path);
		ServletRequestPathUtils.parseAndCache(request);
		var asked = ServerRequest.create(request, List.of(new StringHttpMessageConverter()));
		var answer = page.route(asked).orElseThrow().handle(asked);
		assertThat(answer.statusCode()).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(written(request, answer)).contains("made without Node.js").contains("The API is here");
	}

	private static String written(MockHttpServletRequest request, ServerResponse answer) throws Exception {
		var response = new MockHttpServletResponse();
		answer.writeTo(request, response, () -> List.of(new StringHttpMessageConverter()));
		return response.getContentAsString();
	}
}
