package org.sala.marketplace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.ActionProgress;
import org.sala.marketplace.api.MarketplaceCommand.PledgeJointAction;
import org.sala.marketplace.api.MarketplaceCommand.ReportJointAction;
import org.sala.marketplace.api.MarketplaceEvent.JointActionEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionPledged;
import org.sala.marketplace.api.MarketplaceEvent.JointActionReported;
import org.sala.marketplace.api.MarketplaceEvent.JointActionWordsErased;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.personal.Personal;

/**
 * What was told of a joint action.
 *
 * @param pledged how it began; absent where nobody pledged it
 * @param lastReport the last report; absent where there is none
 * @param ended the report that ended it; absent where none did
 * @param wordsErased whether what was written about it was erased
 */
record SharedActionState(
        @Nullable JointActionPledged pledged,
        @Nullable JointActionReported lastReport,
        @Nullable JointActionReported ended,
        boolean wordsErased) {

    List<JointActionEvent> pledge(PledgeJointAction command, Enrolments enrolments) {
        var event = new JointActionPledged(
                command.action(), command.summit(), command.organizations(), command.title(), command.dueBy());
        if (pledged != null) {
            if (pledged.equals(event)) {
                return List.of();
            }
            throw new MarketplaceRejected(Reason.ID_TAKEN);
        }
        for (var organization : command.organizations()) {
            MarketplacePolicies.onlyEnrolledOrganizations(command.summit(), organization, enrolments);
        }
        return List.of(event);
    }

    List<JointActionEvent> report(ReportJointAction command, Instant now) {
        var pledge = pledge();
        MarketplacePolicies.onlyAPartyActs(command.organization(), pledge.organizations());
        MarketplacePolicies.tellsOfADayThatHasCome(command.on(), now);
        var event = new JointActionReported(
                command.action(),
                pledge.summit(),
                command.organization(),
                command.progress(),
                command.on(),
                command.note() == null ? null : Personal.of(command.note()));
        if (event.equals(lastReport)) {
            return List.of();
        }
        if (ended != null) {
            throw new MarketplaceRejected(Reason.ACTION_ENDED);
        }
        if (wordsErased && event.note() != null) {
            throw new MarketplaceRejected(Reason.WORDS_ERASED);
        }
        return List.of(event);
    }

    List<JointActionEvent> eraseWords() {
        var pledge = pledge();
        return wordsErased ? List.of() : List.of(new JointActionWordsErased(pledge.action(), pledge.summit()));
    }

    private JointActionPledged pledge() {
        if (pledged == null) {
            throw new MarketplaceRejected(Reason.ACTION_UNKNOWN);
        }
        return pledged;
    }

    SharedActionState evolve(JointActionEvent event) {
        return switch (event) {
            case JointActionPledged first -> new SharedActionState(first, lastReport, ended, wordsErased);
            case JointActionReported report ->
                new SharedActionState(
                        pledged, report, report.progress() == ActionProgress.UNDER_WAY ? null : report, wordsErased);
            case JointActionWordsErased _ -> new SharedActionState(pledged, lastReport, ended, true);
        };
    }
}
