package org.sala.architecture;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Conditions of our own, in ArchUnit's words. */
final class Conditions {

    private Conditions() {}

    /** Each has something, or the rule says of which it has not. */
    static <T extends HasDescription & HasSourceCodeLocation> ArchCondition<T> have(String what, Predicate<T> has) {
        return new ArchCondition<>("have " + what) {
            @Override
            public void check(T item, ConditionEvents events) {
                var holds = has.test(item);
                events.add(new SimpleConditionEvent(
                        item,
                        holds,
                        "%s has %s%s in %s"
                                .formatted(
                                        item.getDescription(),
                                        holds ? "" : "not ",
                                        what,
                                        item.getSourceCodeLocation())));
            }
        };
    }
}
