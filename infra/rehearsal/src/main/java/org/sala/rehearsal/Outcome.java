package org.sala.rehearsal;

import java.util.Set;

/** What is to come of a command. */
sealed interface Outcome {

    /** It is taken, and changes something unless it was taken before. */
    record Taken() implements Outcome {}

    /** It is refused, for one of these reasons. Which may depend on whether the summit was played before. */
    record Refusal(Set<String> reasons) implements Outcome {}

    /** It is taken, or refused for one of these reasons: who is faster decides. */
    record Either(Set<String> reasons) implements Outcome {}

    static Outcome taken() {
        return new Taken();
    }

    static Outcome refused(String... reasons) {
        return new Refusal(Set.of(reasons));
    }

    static Outcome takenOr(String... reasons) {
        return new Either(Set.of(reasons));
    }

    default boolean allowsTaken() {
        return switch (this) {
            case Taken _, Either _ -> true;
            case Refusal _ -> false;
        };
    }

    default boolean allows(String reason) {
        return switch (this) {
            case Taken _ -> false;
            case Refusal(var reasons) -> reasons.contains(reason);
            case Either(var reasons) -> reasons.contains(reason);
        };
    }
}
