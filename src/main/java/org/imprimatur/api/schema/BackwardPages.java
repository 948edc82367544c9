package org.imprimatur.api.schema;

import graphql.language.Description;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeUtil;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The arguments {@code last} and {@code before} of connections, which the definitions leave to be read from their
 * beginning (Relay's specification of connections). What is found best first is read so alone.
 */
final class BackwardPages {

	private static final String CONNECTION = "Connection";
	private static final Set<String> BEST_FIRST = Set.of("SearchConnection");

	private BackwardPages() {
	}

	/** The definitions of a schema, whose connections have the arguments. */
	static TypeDefinitionRegistry addedTo(TypeDefinitionRegistry types) {
		for (ObjectTypeDefinition type : types.getTypes(ObjectTypeDefinition.class)) {
			types.remove(type);
			types.add(type.transform(it -> it.fieldDefinitions(fields(type.getFieldDefinitions()))));
		}
		for (InterfaceTypeDefinition type : types.getTypes(InterfaceTypeDefinition.class)) {
			types.remove(type);
			types.add(type.transform(it -> it.definitions(fields(type.getFieldDefinitions()))));
		}
		List<ObjectTypeExtensionDefinition> extensions = types.objectTypeExtensions().values().stream()
				.flatMap(List::stream).toList();
		for (ObjectTypeExtensionDefinition extension : extensions) {
			types.remove(extension);
			types.add(extension.transformExtension(
					it -> it.fieldDefinitions(fields(extension.getFieldDefinitions()))));
		}
		return types;
	}

	private static List<FieldDefinition> fields(List<FieldDefinition> fields) {
		return fields.stream().map(field -> isReadFromBothEnds(field)
				? field.transform(it -> it.inputValueDefinitions(Stream.concat(
						field.getInputValueDefinitions().stream(),
						Stream.of(argument(field, "last", "Int",
								"So many of the last, from 1 to 100, in place of first."),
								argument(field, "before", "String",
										"The cursor before which the page ends; it goes with last.")))
						.toList()))
				: field).toList();
	}

	private static boolean isReadFromBothEnds(FieldDefinition field) {
		String type = TypeUtil.unwrapAll(field.getType()).getName();
		return type.endsWith(CONNECTION) && !BEST_FIRST.contains(type);
	}

	private static InputValueDefinition argument(FieldDefinition field, String name, String type, String meaning) {
		Type<?> named = TypeName.newTypeName(type).build();
		return InputValueDefinition.newInputValueDefinition().name(name).type(named)
				.description(new Description(meaning, field.getSourceLocation(), false)).build();
	}
}
