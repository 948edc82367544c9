package org.imprimatur.knowledge;

/**
 * What a register calls an entity.
 *
 * @param scheme the register: {@code LEI}, {@code CIK}
 * @param value the identifier in it
 */
public record Identifier(String scheme, String value) {
}
