package org.imprimatur.exchange;

import java.util.List;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Condition.Outcome;
import org.imprimatur.knowledge.Condition.Performance;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.Identifier;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Model.ModelKind;
import org.imprimatur.knowledge.Model.Release;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.knowledge.Source;
import org.imprimatur.knowledge.Source.Authorship;
import org.imprimatur.knowledge.Source.Reliability;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;

/** Entities whose values are hard to write down. */
final class Awkward {

	static final String QUOTES = "He said \"no\", <b>& 'yes'</b>; ]]> , \\ and\r\nthen\nleft\ttab";
	static final String SCRIPTS = "😀 \uD83C\uDDEE\uD83C\uDDF9 العربية \u202Eevil\u202C 漢字 x\u0301 \u2028\uFEFF";
	static final String CONTROLS = "a\u0000b\u0007c\u001Bd\uFFFEe";
	static final List<String> FORMULAS = List.of("=HYPERLINK(\"x\")", "+1", "-2", "@SUM(A1)", "'=quoted", "'", "\t=1");

	private Awkward() {
	}

	/** All of them: a company, a model, a letter with a condition, and a source. */
	static Gathered graph() {
		Source source = new Source("source/odd", QUOTES, SCRIPTS, null, "https://a.test/?q=%22&x=ü",
				date("[..2026-06-30]"),
				date("XXXX-02-29"), null, Reliability.WEAK, Authorship.MACHINE, new Ref<>("letter/odd"));
		Company company = new Company("company/odd", SCRIPTS, FORMULAS, "EU", null,
				List.of(new Identifier("LEI", "-1"), new Identifier("=1", QUOTES)),
				List.of(passage(QUOTES, Stance.SUPPORTS), passage(SCRIPTS, Stance.DISPUTES)));
		Model model = new Model("model/odd", "=1+1", List.of(), ModelKind.MODEL, new Ref<>("company/odd"), List.of(),
				null,
				null, List.of(new Release(date("2026-06~"), null, "'t", List.of(passage("=", Stance.DISPUTES)))),
				new Model.TrainingCompute("2.50e25", null), List.of(passage("-", Stance.SUPPORTS)));
		Condition condition = new Condition("condition/odd", "\r\n", QUOTES, Modality.LICENCE_REQUIRED, Action.EXPORT,
				List.of(new Ref<>("company/odd")),
				new Scope(List.of(new Ref<>("model/odd")), List.of(), List.of(), List.of(), SCRIPTS, List.of(),
						List.of("IT"),
						List.of(), true, false),
				List.of(), new Period(date("[2026-03-03..2026-03-04]"), date("2027-01-01")), null, Performance.ONCE,
				date("2026?"), null, List.of(new Finding(Outcome.MET, date("2026-06-26"), null, null, null, List.of())),
				null, List.of(), List.of(),
				List.of(passage(SCRIPTS, Stance.SUPPORTS)));
		Instrument letter = new Instrument("letter/odd", "@", null, List.of("a", "b, c"), "№ 1", false, List.of(),
				List.of(),
				List.of(), date("2026-06-26"), null, new Period(null, null), null, List.of("10 USC 3252"), List.of(),
				List.of(new Ref<>("condition/odd")), List.of(), List.of(), List.of());
		return Gathered.of(source, company, model, condition, letter);
	}

	/** A company whose name XML cannot hold. */
	static Gathered controls() {
		return Gathered.of(new Company("company/odd", CONTROLS, List.of(CONTROLS), null, null, List.of(), List.of()));
	}

	private static Evidence passage(String paraphrase, Stance stance) {
		return new Evidence(new Ref<>("source/odd"), null, paraphrase, null, List.of("name"), stance, null, null, null);
	}

	private static EdtfDate date(String text) {
		return EdtfDate.parse(text);
	}
}
