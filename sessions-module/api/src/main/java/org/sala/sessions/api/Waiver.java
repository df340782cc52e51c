package org.sala.sessions.api;

import java.util.Comparator;
import java.util.Set;
import org.sala.personal.Personal;

/**
 * Staff let somebody take part against a rule.
 *
 * @param rules those that stood in the way; never empty
 * @param reason in the words of whoever did; sealed with the key of the person
 */
public record Waiver(Set<Rule> rules, Personal<FreeText> reason) {

    public Waiver {
        rules = Form.ordered("rules", rules, Comparator.naturalOrder());
    }

    /** What can be waived. That a seat has one person can't. */
    public enum Rule {
        /** Nobody is in two sessions at once. */
        OVERLAP,
        /** The session is for others. */
        ELIGIBILITY,
        /** The person is not registered for that day. */
        DAY
    }
}
