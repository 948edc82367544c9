/**
 * Which conditions apply to a model on a day, and why (design, "The rules of force"), as pure functions over facts. Of
 * the facts that had been reported ({@code record}), {@code scope} reads what an act reaches, and {@code operation}
 * which acts have force; {@code judge} derives from them how each condition stands, in the steps of {@code derivation};
 * {@code conditions}, {@code compare}, {@code assess}, {@code timeline} and {@code restriction} answer what is asked.
 */
@NullMarked
package org.imprimatur.force;

import org.jspecify.annotations.NullMarked;
