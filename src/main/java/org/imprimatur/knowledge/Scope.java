package org.imprimatur.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a condition or an effect covers. Models, companies and categories give reach
 * (design, "The rules of force", rule 1); the rest narrows.
 *
 * @param models the models that it names
 * @param companies the companies that it names; beside models or categories of models they only narrow
 * @param categories the categories of models or companies that it names
 * @param data the classes of data that it is limited to
 * @param purpose the use that it is limited to, in words
 * @param recipients the parties to whom something is forbidden, licensed or owed
 * @param territory where it holds, as ISO 3166 codes; everywhere if empty
 * @param exclusions what it leaves out; an exclusion wins
 * @param variants whether variants of the named models are covered
 * @param subsidiaries whether models of the named companies' subsidiaries are covered
 */
public record Scope(@Relationship("COVERS_MODEL") List<Ref<Model>> models,
		@Relationship("COVERS_COMPANY") List<Ref<Company>> companies,
		@Relationship("COVERS_CATEGORY") List<Ref<Category>> categories,
		@Relationship("COVERS_DATA") List<Ref<Category>> data, @Nullable String purpose,
		@Relationship("COVERS_RECIPIENT") List<Ref<Party>> recipients, List<String> territory,
		@Relationship("EXCLUDES") List<Ref<Entity>> exclusions, boolean variants, boolean subsidiaries) {

	/** The scope that covers whatever its bearer of the scope covers. */
	public static final Scope WHOLE = new Scope(List.of(), List.of(), List.of(), List.of(), null, List.of(),
			List.of(), List.of(), false, false);
}
