package org.imprimatur;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Looks for a {@code package-info.java} with {@link NullMarked} beside a class. */
class BeInNullMarkedPackage extends ArchCondition<JavaClass> {

	BeInNullMarkedPackage() {
		super("be in a package that is @NullMarked");
	}

	@Override
	public void check(JavaClass type, ConditionEvents events) {
		var marked = type.getPackage().tryGetPackageInfo().filter(info -> info.isAnnotatedWith(NullMarked.class));
		events.add(new SimpleConditionEvent(type, marked.isPresent(),
				type.getName() + " is in a package without @NullMarked"));
	}
}
