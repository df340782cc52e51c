package org.sala.sessions.api;

import java.util.Comparator;
import java.util.Set;

/**
 * Who a session is for.
 *
 * @param cohorts organisations' cohorts whose people may take part; empty: every cohort
 * @param roles people who may take part whatever their cohort
 */
public record Eligibility(Set<Cohort> cohorts, Set<ParticipantRole> roles) {

    public static final Eligibility EVERYBODY = new Eligibility(Set.of(), Set.of());

    public Eligibility {
        cohorts = Form.ordered("cohorts", cohorts, Comparator.naturalOrder());
        roles = Form.ordered("roles", roles, Comparator.naturalOrder());
    }

    /** Whether the session is for somebody of that cohort and role. */
    public boolean admits(Cohort cohort, ParticipantRole role) {
        return cohorts.isEmpty() || cohorts.contains(cohort) || roles.contains(role);
    }
}
