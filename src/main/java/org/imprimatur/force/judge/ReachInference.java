package org.imprimatur.force.judge;

import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.Inference;
import org.imprimatur.force.derivation.Outcome.Reached;
import org.imprimatur.force.derivation.Reach;
import org.imprimatur.force.derivation.Reason;
import org.imprimatur.force.derivation.Rule;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.force.scope.ScopeReading.Route;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Category.Membership;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.EvidencedPart;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;

/** How a condition reaches the model, with the passages on what leads from the one to the other. */
final class ReachInference {

	private ReachInference() {
	}

	static Inference of(AdmittedRecord record, Instrument by, Condition condition, Route route) {
		List<Entity> nodes = Stream.concat(Stream.of(by, condition),
				route.via().stream().flatMap(it -> record.facts().find(it, Entity.class).stream())).toList();
		return new Inference(Rule.REACH, new Reason.Reaches(by, route.reach(), route.via(), route.truth()),
				new Reached(route.reach(), route.truth()), nodes.stream().map(it -> new Ref<Entity>(it.id())).toList(),
				nodes.stream().flatMap(it -> evidence(record, it, nodes, route).stream()).distinct().toList());
	}

	private static List<EvidenceKey> evidence(AdmittedRecord record, Entity entity, List<Entity> nodes, Route route) {
		return switch (entity) {
			case Instrument it -> record.telling(it, List.of("imposes"));
			case Condition it -> record.telling(it, List.of("scope"));
			case Category it -> record.supporting(it, List.of("members", "partOf", "test")).stream()
					.filter(key -> record.part(key).filter(part -> !bears(part, route.via())).isEmpty()).toList();
			case Model it -> {
				List<String> fields = fields(nodes, route);
				yield fields.isEmpty() ? List.of() : record.telling(it, fields);
			}
			default -> isSubsidiary(entity, route) ? record.telling(entity, List.of("parent")) : List.of();
		};
	}

	/** Whether a part bears on a way of reach: that others belong to a category says nothing of who is reached. */
	static boolean bears(EvidencedPart part, List<Ref<Entity>> via) {
		return !(part instanceof Membership it) || via.stream().anyMatch(on -> on.id().equals(it.member().id()));
	}

	// Of a model that is named it does not matter who makes it and when it was released.
	private static List<String> fields(List<Entity> nodes, Route route) {
		return switch (route.reach()) {
			case DIRECT -> List.of();
			case FAMILY -> List.of("variantOf");
			case COMPANY -> List.of("developer", "deployers");
			case CATEGORY -> nodes.stream().anyMatch(it -> it instanceof Category one && one.test() != null)
					? List.of("developer", "deployers", "releases", "trainingCompute")
					: List.of("developer", "deployers");
		};
	}

	private static boolean isSubsidiary(Entity company, Route route) {
		Ref<Entity> last = route.via().getLast();
		return route.reach() == Reach.COMPANY && !company.id().equals(last.id());
	}
}
