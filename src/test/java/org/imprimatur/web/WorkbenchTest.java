package org.imprimatur.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.imprimatur.Asker;
import org.imprimatur.Chromium;
import org.imprimatur.PagesTest;
import org.imprimatur.RoundTrips;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;
import org.xml.sax.InputSource;

/** The pages as the server makes them, read as somebody does who has no scripts. */
@PagesTest
class WorkbenchTest {

	private static final String MYTHOS = "/model/mythos-5?asOf=2026-06-27";
	private static final Pattern TAG = Pattern.compile("<head>.*?</head>|<[^>]*>", Pattern.DOTALL);
	private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z]{2,}(_[A-Z]+)+\\b|\\b(DIRECT|SUSPENDED|ENDED)\\b");
	private static final Pattern PERMANENT = Pattern.compile("<a href=\"(/[^\"]*@\\d+[^\"]*)\">http");

	private final HttpClient client = HttpClient.newHttpClient();
	private final Asker asker;
	private final String origin;
	private final Ledger ledger;
	private final RecordStore records;
	private final RoundTrips roundTrips;

	WorkbenchTest(@Autowired Asker asker, @Autowired Ledger ledger, @Autowired RecordStore records,
			@Autowired RoundTrips roundTrips) {
		this.asker = asker;
		this.origin = asker.origin();
		this.ledger = ledger;
		this.records = records;
		this.roundTrips = roundTrips;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				/ | Which conditions apply to which AI model
				/search?q=lutnik | Howard Lutnick
				/restrictions?jurisdiction=IT | ChatGPT
				/restrictions | Binding prohibitions and licence requirements on models that this record knows:
				/restrictions?jurisdiction=IT | that this record knows and that fit what is asked below: 4, as
				/restrictions?jurisdiction=IT | what has changed since is not known
				/restrictions?jurisdiction=IT | 28 April 2023 29 Italy
				/model/mythos-5?asOf=2026-06-27&reportedBy=2026-06-26 | It is told as it is known now, whatever had been reported by 26 June 2026
				/restrictions?jurisdiction=IT | on or after 22 June 2023 at least 140 Italy
				/compare?model=model/mythos-5,model/chatgpt&asOf=2026-06-27 | does not reach it
				/compare | Compare models
				/compare?model=Claude+Mythos+5&model=model/chatgpt&asOf=2026-07-02&asOf=2026-06-14&asOf=2026-06-27 | Otherwise from one day to another 10 Licence before any export of Mythos or Fable Letter that puts Mythos and Fable under a licence requirement in force ended, revoked does not reach it
				/assess?model=model/mythos-5&party=Anthropic&action=EXPORT&asOf=2026-06-27 | Licence required, in part
				/assess | To offer the model to users.
				/graph | A name or an id
				/graph?from=claude+mythos+5 | … is targeted by 4 Letter that puts Mythos and Fable
				/graph?from=company/anthropic | … developed 6 Claude Fable 5 model
				/graph?from=model/mythos-5&after=letter/us-commerce-2026-06-12 | … is targeted by 3 Letter that lets listed entities
				/graph?from=dossier/us-anthropic | … tells the history of
				/graph?from=model/fable-5&to=howard+lutnick | licence requirement was signed by Howard Lutnick .
				/graph?from=model/chatgpt&to=model/chatgpt | The two are the same.
				/model/chatgpt?asOf=2023-04-10 | On 10 April 2023 Limited in Italy On 10 April 2023, in Italy, the order
				/model/mythos-5?asOf=2026-06-27&since=2026-06-13 | What changed since 13 June 2026
				/ | Rechtbank Amsterdam in the Netherlands
				/revisions | Each revision of this record
				/revisions/1 | Recorded anew
				/company/anthropic | Claude Mythos 5
				/agency/us-commerce | US Department of Commerce
				/letter/us-commerce-2026-06-26 | Mythos 5 without a licence for listed entities
				/designation/us-dow-4713 | supply-chain risk
				/condition/us-commerce-2026-06-12-licence | Without an individually validated licence
				/model/mythos-5/why?condition=condition/us-commerce-2026-06-12-licence&asOf=2026-06-27 | secondary source
				/model/mythos-5/why?condition=condition/us-commerce-2026-06-12-licence&asOf=2026-07-02 | agency US Department of Commerce issued letter Letter that puts Mythos and Fable under a licence requirement 12 June 2026 2 revoked by
				/model/mythos-5/why?condition=condition/us-commerce-2026-06-12-licence&asOf=2026-07-02 | has ended (revoked)
				""")
	void tellWithoutScriptsWhatTheyPromise(String path, String words) throws Exception {
		HttpResponse<String> page = get(path);
		assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
		assertThat(text(page)).contains(words);
		assertThat(CONSTANT.matcher(text(page)).results().map(it -> it.group())).as("constants in words").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"/", "/search?q=lutnik", MYTHOS, "/letter/us-commerce-2026-06-26",
			"/compare?model=model/mythos-5,model/chatgpt&asOf=2026-06-14,2026-06-27", "/restrictions?kind=LIMITED",
			"/assess?model=model/mythos-5&party=Anthropic&action=EXPORT&asOf=2026-06-27", "/graph?from=Anthropic",
			"/revisions", "/disputes"})
	void aPageThatWasMadeBeforeIsMadeOfWhatIsKept(String path) throws Exception {
		get(path);
		assertThat(roundTrips.of(() -> assertThatCode(() -> get(path)).doesNotThrowAnyException())).isZero();
	}

	@Test
	void scriptsAreFewAndSentOnce() throws Exception {
		Chromium.assumeThat(getClass().getResource("/workbench/workbench.js") != null,
				"the build had no npm to make the scripts with");
		String first = get("/workbench/workbench.js").body();
		int bytes = gzipped("/workbench/workbench.js").body().length;
		List<String> parts = Pattern.compile("assets/[\\w-]+\\.js").matcher(first).results().map(MatchResult::group)
				.distinct().toList();
		assertThat(parts).hasSizeGreaterThan(5);
		for (String part : parts) {
			HttpResponse<byte[]> script = gzipped("/workbench/" + part);
			assertThat(script.headers().firstValue("Cache-Control")).as(part)
					.hasValue("max-age=31536000, public, immutable");
			// What draws the graph is loaded only where there is one.
			bytes += part.startsWith("assets/graph-") ? 0 : script.body().length;
		}
		assertThat(bytes).isBetween(1_000, 20_000);
	}

	private HttpResponse<byte[]> gzipped(String path) throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(URI.create(origin + path)).header("Accept-Encoding", "gzip").build(),
				BodyHandlers.ofByteArray());
	}

	@Test
	void aTableIsSortedByItsHeads() throws Exception {
		String latest = HtmlUtils.htmlUnescape(get("/restrictions?kind=LIMITED").body());
		assertThat(latest).contains("aria-sort=\"descending\"><a href=\"?kind=LIMITED&orderBy=START_ASC\">From");
		String named = HtmlUtils
				.htmlUnescape(get("/restrictions?kind=LIMITED&orderBy=MODEL_ASC").body());
		assertThat(named).contains(
				"aria-sort=\"ascending\"><a href=\"?kind=LIMITED&orderBy=MODEL_DESC\">Model");
	}

	@Test
	void aJournalistFindsWhyAndCitesIt() throws Exception {
		HttpResponse<String> page = get(MYTHOS);
		assertThat(text(page)).contains("On 27 June 2026", "Limited", "Licence before any export of Mythos or Fable",
				"What is disputed", "otherwise: 15 June 2026", "Sources were read to");
		assertThat(get(why(page)).body()).contains("class=\"derivation\"", "secondary source");
		Matcher permanent = PERMANENT.matcher(page.body());
		assertThat(permanent.find()).isTrue();
		String cited = HtmlUtils.htmlUnescape(permanent.group(1));
		String before = conditions(get(cited));
		Past past = new Past(ledger, records);
		past.publish(new Random(5), 2);
		try {
			assertThat(conditions(get(cited))).isEqualTo(before).contains("@");
			assertThat(text(get(cited))).contains("This is how the record stood at revision");
		} finally {
			past.restore();
		}
	}

	@Test
	void aHistoryIsShownWholeThatTheApiTellsInParts() throws Exception {
		int entries = asker.askText("{ timeline(of: [\"dossier/companion-chatbots\"], first: 1) { totalCount } }")
				.path("timeline.totalCount").entity(Integer.class).get();
		assertThat(entries).isGreaterThan(100);
		assertThat(
				Pattern.compile("<span class=\"what\">").matcher(get("/dossier/companion-chatbots").body()).results())
				.hasSize(entries);
	}

	@Test
	void theRecordsOwnChangesAreTold() throws Exception {
		Past past = new Past(ledger, records);
		past.publishAnew();
		try {
			assertThat(text(get("/revisions/" + records.head()))).contains("1 recorded, 0 withdrawn",
					"Changed Safeguards that can be got round");
			assertThat(text(get("/concern/safeguard-bypass"))).contains("How the record of it changed",
					"something happened in the world", "what it is – before:", "now:");
			assertThat(get("/concern/safeguard-bypass/feed.atom").body()).contains("The record changed:",
					"what it is – before:");
		} finally {
			past.restore();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				/model/never | 404 | There is no model/never in the record
				/model/mythos-5?asOf=27%20June%202026 | 400 | write it as 2026-06-26
				/model/mythos-5@1000000 | 404 | there is no revision 1000000
				/model/mythos-5?territory=Atlantis | 400 | Atlantis
				/assess?model=model/mythos-5&party=nobody-at-all&action=EXPORT | 400 | nobody-at-all
				/compare?model=model/never | 404 | model/never
				/graph?from=nobody-at-all | 404 | nobody-at-all
				/graph?from=model/mythos-5&to=model/never | 404 | model/never
				/revisions/1000000 | 404 | there is no revision 1000000
				/nowhere | 404 | There is no page /nowhere
				/model | 404 | There is no page /model
				""")
	void whatCannotBeShownSaysWhatToDo(String path, int status, String words) throws Exception {
		HttpResponse<String> page = get(path);
		assertThat(text(page)).contains(words);
		assertThat(page.statusCode()).as(text(page)).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = {"/", "/nowhere", "/model/never", "/graphql/documents/why/nowhere"})
	void belowAProxysPathEachPageFindsItsStyle(String path) throws Exception {
		HttpResponse<String> page = client.send(HttpRequest.newBuilder(URI.create(origin + path))
				.header("Accept", "text/html").header("X-Forwarded-Prefix", "/imp").build(), BodyHandlers.ofString());
		assertThat(page.body()).contains("href=\"/imp/workbench.css\"", "href=\"/imp/\"").doesNotContain("=\"/work");
	}

	@ParameterizedTest
	@ValueSource(strings = {"/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/compare?model=%22%3E%3Cscript%3Ealert(1)",
			"/assess?party=%22%3E%3Cscript%3Ealert(1)", "/restrictions?jurisdiction=%22%3E%3Cscript%3E",
			"/graph?from=%22%3E%3Cscript%3E",
			"/graph?from=model/mythos-5&to=%22%3E%3Cscript%3E"})
	void whatIsTypedIsNeverRun(String path) throws Exception {
		HttpResponse<String> page = get(path);
		assertThat(page.body()).doesNotContain("<script>");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'")
				.doesNotContain("unsafe");
	}

	@Test
	void whoWalksTheDaysKeepsTheOtherClocks() throws Exception {
		String page = HtmlUtils
				.htmlUnescape(get("/model/mythos-5?asOf=2026-06-27&reportedBy=2026-06-26&since=2026-06-01")
						.body());
		assertThat(page).contains("href=\"?asOf=2026-06-30&reportedBy=2026-06-26&since=2026-06-01\"");
		Matcher permanent = PERMANENT.matcher(page);
		assertThat(permanent.find()).isTrue();
		assertThat(permanent.group(1)).endsWith("?asOf=2026-06-27&reportedBy=2026-06-26&since=2026-06-01");
	}

	@ParameterizedTest
	@CsvSource({"/model/mythos-5/history.svg?asOf=2026-06-27, image/svg+xml, Licence before any export",
			"/agency/us-commerce/feed.atom, application/atom+xml, Imprimatur: US Department of Commerce",
			"/letter/us-commerce-2026-06-26/feed.atom, application/atom+xml, “Controls on the use of Mythos 5” may begin",
			"/feed.atom, application/atom+xml, Imprimatur: what is new"})
	void whatIsTakenAwayIsWellFormed(String path, String type, String words) throws Exception {
		HttpResponse<String> file = get(path);
		assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith(type);
		assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder()
				.parse(new InputSource(new StringReader(file.body()))).getDocumentElement().getTextContent())
				.contains(words);
	}

	@Test
	void machinesAreServedAtTheSameAddresses() throws Exception {
		HttpResponse<String> linked = client.send(
				HttpRequest.newBuilder(URI.create(origin + "/letter/us-commerce-2026-06-26"))
						.header("Accept", "application/ld+json").build(),
				BodyHandlers.ofString());
		assertThat(linked.body()).contains("\"@type\":\"Legislation\"", "\"legislationDate\":\"2026-06-26\"");
		HttpResponse<String> json = client.send(
				HttpRequest.newBuilder(URI.create(origin + MYTHOS)).header("Accept", "application/json").build(),
				BodyHandlers.ofString());
		assertThat(json.body()).startsWith("{").contains("\"conditionSet\"");
		assertThat(get("/feed.atom").headers().firstValue("Content-Type").orElse(""))
				.startsWith("application/atom+xml");
		assertThat(ids("<loc>%s/([^<]*/[^<]*)</loc>".formatted(origin), get("/sitemap.xml").body()))
				.doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ledger.contents(ledger.head()).stream()
						.flatMap(DossierContents::all).map(Entity::id).toList());
		assertThat(get("/workbench.css").headers().firstValue("Cache-Control").orElse("")).contains("max-age");
	}

	@Test
	void drawsEachStepOfAChainOnce() throws Exception {
		List<String> all = Pattern.compile("why\\?(condition=[^&]*)").matcher(get(MYTHOS).body()).results()
				.map(it -> it.group(1)).distinct().toList();
		assertThat(all).hasSizeGreaterThan(10);
		String page = get("/model/mythos-5/why?asOf=2026-06-27&" + String.join("&", all)).body();
		List<String> told = ids("<li id=\"(condition/[^\"]*)\"", page);
		assertThat(told).hasSizeGreaterThan(all.size()).doesNotHaveDuplicates();
		assertThat(ids("href=\"#(condition/[^\"]*)\"", page)).containsExactlyInAnyOrderElementsOf(told);
	}

	private static List<String> ids(String pattern, String page) {
		return Pattern.compile(pattern).matcher(page).results().map(it -> it.group(1)).toList();
	}

	private static String why(HttpResponse<String> page) {
		Matcher link = Pattern
				.compile("href=\"([^\"]*/why\\?condition=condition/us-commerce-2026-06-12-licence[^\"]*)\"")
				.matcher(page.body());
		assertThat(link.find()).isTrue();
		return HtmlUtils.htmlUnescape(link.group(1));
	}

	private static String conditions(HttpResponse<String> page) {
		return page.body().substring(page.body().indexOf("<section class=\"standing"),
				page.body().indexOf("<section aria-labelledby=\"about\""));
	}

	private static String text(HttpResponse<String> page) {
		return HtmlUtils.htmlUnescape(TAG.matcher(page.body()).replaceAll(" ")).replaceAll("\\s+", " ");
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "text/html").build(),
				BodyHandlers.ofString());
	}
}
