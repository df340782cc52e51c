package org.sala.registration;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.RegistrationCommand.AssignCohort;
import org.sala.registration.api.RegistrationCommand.DeclareTie;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.ReviseOrganization;
import org.sala.registration.api.RegistrationEvent.CohortAssigned;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.OrganizationEvent;
import org.sala.registration.api.RegistrationEvent.OrganizationRevised;
import org.sala.registration.api.RegistrationEvent.TieDeclared;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.TieRound;
import org.sala.registration.api.TieStrength;

/** What an organisation has been told so far. */
sealed interface OrganizationState {

    /** It takes part in nothing yet. */
    record Unknown() implements OrganizationState {}

    /**
     * It belongs to a summit.
     *
     * @param first as it was enrolled
     * @param as what it is now
     * @param ties as it declared them last
     */
    record Enrolled(OrganizationEnrolled first, OrganizationRevised as, Cohort cohort, Map<Tie, TieStrength> ties)
            implements OrganizationState {

        public Enrolled {
            ties = Map.copyOf(ties);
        }
    }

    /** What was asked in a round. */
    record Tie(OrganizationId with, TieRound round) {}

    default List<OrganizationEvent> enrol(EnrolOrganization command, RegistrationBook book) {
        var enrolled = new OrganizationEnrolled(
                command.organization(),
                command.summit(),
                command.name(),
                command.kind(),
                command.size(),
                command.province(),
                command.cohort(),
                command.workingLanguage(),
                command.sectors());
        return switch (this) {
            case Unknown _ -> {
                RegistrationPolicies.onlySummitsThatAreNotOver(command.summit(), book);
                yield List.of(enrolled);
            }
            case Enrolled(var first, var _, var _, var _) when first.equals(enrolled) -> List.of();
            case Enrolled _ -> throw new RegistrationRejected(Reason.ID_TAKEN);
        };
    }

    default List<OrganizationEvent> revise(ReviseOrganization command, RegistrationBook book) {
        var before = enrolled(command.organization());
        var revised = new OrganizationRevised(
                command.organization(),
                before.first().summit(),
                command.name(),
                command.kind(),
                command.size(),
                command.province(),
                command.workingLanguage(),
                command.sectors());
        if (before.as().equals(revised)) {
            return List.of();
        }
        RegistrationPolicies.onlySummitsThatAreNotOver(before.first().summit(), book);
        return List.of(revised);
    }

    /** Also after the summit, since figures are split by what is true. */
    default List<OrganizationEvent> assign(AssignCohort command, Instant now) {
        var before = enrolled(command.organization());
        return before.cohort() == command.cohort()
                ? List.of()
                : List.of(new CohortAssigned(
                        command.organization(), before.first().summit(), command.cohort(), now));
    }

    /** Also after the summit, which is when the second round is asked for. */
    default List<OrganizationEvent> declare(DeclareTie command, RegistrationBook book, Instant now) {
        var before = enrolled(command.organization());
        var summit = before.first().summit();
        if (before.ties().get(new Tie(command.with(), command.round())) == command.strength()) {
            return List.of();
        }
        RegistrationPolicies.onlyEnrolledOrganizations(summit, command.with(), book);
        return List.of(new TieDeclared(
                command.organization(), summit, command.with(), command.strength(), command.round(), now));
    }

    private Enrolled enrolled(OrganizationId organization) {
        return switch (this) {
            case Unknown _ ->
                throw new RegistrationRejected(
                        Reason.ORGANIZATION_UNKNOWN, Map.of("organization", organization.toString()));
            case Enrolled enrolled -> enrolled;
        };
    }

    default OrganizationState evolve(OrganizationEvent event) {
        return switch (event) {
            case OrganizationEnrolled enrolled ->
                new Enrolled(
                        enrolled,
                        new OrganizationRevised(
                                enrolled.organization(),
                                enrolled.summit(),
                                enrolled.name(),
                                enrolled.kind(),
                                enrolled.size(),
                                enrolled.province(),
                                enrolled.workingLanguage(),
                                enrolled.sectors()),
                        enrolled.cohort(),
                        Map.of());
            case OrganizationRevised revised ->
                this instanceof Enrolled(var first, var _, var cohort, var ties)
                        ? new Enrolled(first, revised, cohort, ties)
                        : this;
            case CohortAssigned assigned ->
                this instanceof Enrolled(var first, var as, var _, var ties)
                        ? new Enrolled(first, as, assigned.cohort(), ties)
                        : this;
            case TieDeclared declared -> {
                if (!(this instanceof Enrolled(var first, var as, var cohort, var ties))) {
                    yield this;
                }
                var later = new HashMap<>(ties);
                later.put(new Tie(declared.with(), declared.round()), declared.strength());
                yield new Enrolled(first, as, cohort, later);
            }
        };
    }
}
