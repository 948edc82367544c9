package org.imprimatur.api.schema;

import graphql.language.Description;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;

/**
 * The type of what {@code at} answers with: the fields of {@code Query} but for {@code at} itself. It is a type of its
 * own, since caches of clients file everything of {@code Query} in one place, whatever stands above it (design, "The
 * API").
 */
public final class SnapshotType {

	/** The type's name. */
	public static final String NAME = "Snapshot";

	private static final String QUERY = "Query";
	private static final String DESCRIPTION = """
		The same questions, asked of our record as it stood at one revision. Ids read here name that revision, \
		model/mythos-5@1: they can be cited, and asked for again.""";

	private SnapshotType() {
	}

	/** The definitions of a schema together with that of the type. */
	static TypeDefinitionRegistry addedTo(TypeDefinitionRegistry types) {
		ObjectTypeDefinition query = types.getType(QUERY, ObjectTypeDefinition.class).orElseThrow();
		types.add(query.transform(it -> it.name(NAME)
				.description(new Description(DESCRIPTION, query.getSourceLocation(), true))
				.fieldDefinitions(asked(query.getFieldDefinitions()))));
		List<ObjectTypeExtensionDefinition> extensions = types.objectTypeExtensions().getOrDefault(QUERY, List.of());
		for (ObjectTypeExtensionDefinition extension : extensions) {
			types.add(extension
					.transformExtension(it -> it.name(NAME).fieldDefinitions(asked(extension.getFieldDefinitions()))));
		}
		return types;
	}

	private static List<FieldDefinition> asked(List<FieldDefinition> fields) {
		return fields.stream().filter(it -> !it.getName().equals("at")).toList();
	}
}
