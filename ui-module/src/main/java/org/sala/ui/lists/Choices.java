package org.sala.ui.lists;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What whoever imports a list has chosen.
 *
 * @param sheet of a workbook; absent for a CSV
 * @param decisions about organisations that aren't enrolled, by {@link OrganizationNames#key}
 * @param enrolOthers whether those without a decision are enrolled; else their people are left out
 */
record Choices(
        ListKind kind,
        Optional<String> sheet,
        Mapping mapping,
        Defaults defaults,
        Map<String, Decision> decisions,
        boolean enrolOthers) {

    Choices {
        decisions = Map.copyOf(decisions);
    }

    /** What a list is of. */
    enum ListKind {
        PEOPLE,
        ORGANIZATIONS
    }

    /** What becomes of an organisation that isn't enrolled. */
    sealed interface Decision {

        /** It is enrolled with the list. */
        record Enrol() implements Decision {}

        /** It is an enrolled one by another name. */
        record Same(UUID organization) implements Decision {}
    }

    /** What becomes of an organisation that isn't enrolled; absent where its people are left out. */
    Optional<Decision> decision(String key) {
        return Optional.ofNullable(decisions.get(key))
                .or(() -> enrolOthers ? Optional.of(new Decision.Enrol()) : Optional.empty());
    }

    Choices with(Map<String, Decision> others) {
        return new Choices(kind, sheet, mapping, defaults, others, false);
    }
}
