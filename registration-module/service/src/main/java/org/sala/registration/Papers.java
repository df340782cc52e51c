package org.sala.registration;

import java.util.ArrayList;
import java.util.List;
import org.sala.registration.api.Consent;
import org.sala.registration.api.RegistrationCommand.GiveConsent;
import org.sala.registration.api.RegistrationCommand.IssueBadge;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.RevokeBadge;
import org.sala.registration.api.RegistrationCommand.WithdrawConsent;
import org.sala.registration.api.RegistrationEvent.BadgeIssued;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.ConsentGiven;
import org.sala.registration.api.RegistrationEvent.ConsentWithdrawn;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.TicketIssued;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;

/** Decides what somebody has agreed to, and what they show for it: consents, tickets, badges. */
final class Papers {

    private Papers() {}

    /** Also after the summit: a picture may be shown later. */
    static List<ParticipantEvent> give(Registration as, GiveConsent command, RegistrationBook book, Asked asked) {
        if (command.consentVersion().equals(as.consents().get(command.consent()))) {
            return List.of();
        }
        var summit = RegistrationPolicies.onlyKnownSummits(as.summit(), book);
        RegistrationPolicies.consentIsToThePresentText(command.consentVersion(), summit);
        return List.of(new ConsentGiven(
                as.participant(), as.summit(), command.consent(), command.consentVersion(), asked.now()));
    }

    /** Always possible; whoever takes part and lets nobody use their data any more takes part no more. */
    static List<ParticipantEvent> withdraw(
            ParticipantState state, WithdrawConsent command, RegistrationBook book, Asked asked) {
        var as = state.known();
        if (!as.consents().containsKey(command.consent())) {
            return List.of();
        }
        var events = new ArrayList<ParticipantEvent>();
        events.add(new ConsentWithdrawn(as.participant(), as.summit(), command.consent(), asked.now()));
        if (command.consent() == Consent.DATA_USE && state instanceof ParticipantState.Registered) {
            events.addAll(Days.leave(as, book, asked));
        }
        return events;
    }

    /** Also for whoever cancelled, who may come back by it. */
    static List<ParticipantEvent> issue(Registration as, IssueTicket command, RegistrationBook book, Asked asked) {
        if (command.ticket().equals(as.ticket())) {
            return List.of();
        }
        if (!book.enterTicket(as.summit(), as.participant(), command.ticket())) {
            throw new RegistrationRejected(Reason.ID_TAKEN);
        }
        return List.of(new TicketIssued(as.participant(), as.summit(), command.ticket(), asked.now()));
    }

    static List<ParticipantEvent> issue(Registration as, IssueBadge command, Asked asked) {
        if (command.badge().equals(as.badge())) {
            return List.of();
        }
        if (as.revoked().contains(command.badge())) {
            throw new RegistrationRejected(Reason.BADGE_REVOKED);
        }
        var events = new ArrayList<ParticipantEvent>();
        if (as.badge() != null) {
            events.add(new BadgeRevoked(as.participant(), as.summit(), as.badge(), asked.now()));
        }
        events.add(new BadgeIssued(as.participant(), as.summit(), command.badge(), asked.now()));
        return events;
    }

    static List<ParticipantEvent> revoke(Registration as, RevokeBadge command, Asked asked) {
        if (as.revoked().contains(command.badge())) {
            return List.of();
        }
        if (!command.badge().equals(as.badge())) {
            throw new RegistrationRejected(Reason.BADGE_UNKNOWN);
        }
        return List.of(new BadgeRevoked(as.participant(), as.summit(), command.badge(), asked.now()));
    }
}
