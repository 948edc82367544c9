package org.imprimatur.knowledge;

import java.util.Set;
import java.util.TreeSet;
import org.imprimatur.knowledge.Shape.Content;

/** What an entity refers to. */
public final class References {

	private References() {
	}

	/** The ids that an entity refers to, in its parts as well. */
	public static Set<String> of(Entity entity) {
		Set<String> ids = new TreeSet<>();
		gather(Shape.of(entity.getClass()), entity, ids);
		return ids;
	}

	private static void gather(Shape shape, Object holder, Set<String> ids) {
		for (Shape.Field field : shape.fields()) {
			switch (field.content()) {
				case Content.Reference ignored ->
					field.values(holder).forEach(value -> ids.add(((Ref<?>) value).id()));
				case Content.Part part -> field.values(holder).forEach(value -> gather(part.shape(), value, ids));
				case Content.Scalar ignored -> {
				}
				case Content.Date ignored -> {
				}
				case Content.Span ignored -> {
				}
			}
		}
	}
}
