package org.sala.ui.report;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the indicators count, each row beside the event that made it. */
@Component
@Order(40)
class ReportProjection implements Projection {

    @Override
    public String name() {
        return "report";
    }

    @Override
    public List<String> tables() {
        return List.of("report_organization", "report_person", "report_person_day", "report_presence", "report_count");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        switch (fact.event()) {
            case OrganizationEnrolled enrolled ->
                database.sql("""
                                insert into report_organization (organization, summit, kind, size, event)
                                values (:organization, :summit, :kind, :size, :event) on conflict do nothing""")
                        .param("organization", enrolled.organization().value())
                        .param("summit", enrolled.summit().value())
                        .param("kind", enrolled.kind().name())
                        .param("size", enrolled.size().name())
                        .param("event", fact.id())
                        .update();
            case ParticipantRegistered registered -> fold(registered, fact.id(), database);
            case ParticipantCheckedIn checkedIn ->
                database.sql("""
                                insert into report_presence (participant, day, mode, summit, event)
                                values (:participant, :day, :mode, :summit, :event) on conflict do nothing""")
                        .param("participant", checkedIn.participant().value())
                        .param("day", checkedIn.day())
                        .param("mode", checkedIn.mode().name())
                        .param("summit", checkedIn.summit().value())
                        .param("event", fact.id())
                        .update();
            case OfferPosted posted ->
                count(Indicator.OFFERS, posted.offer().value(), posted.summit().value(), fact, database);
            case TradeProposed proposed ->
                count(
                        Indicator.TRADES_PROPOSED,
                        proposed.trade().value(),
                        proposed.summit().value(),
                        fact,
                        database);
            case TradeAgreed agreed ->
                count(
                        Indicator.TRADES_AGREED,
                        agreed.trade().value(),
                        agreed.summit().value(),
                        fact,
                        database);
            case NotePosted posted ->
                count(Indicator.NOTES, posted.note().value(), posted.summit().value(), fact, database);
            default -> {
                // no indicator counts it
            }
        }
    }

    private static void fold(ParticipantRegistered registered, UUID event, JdbcClient database) {
        database.sql("""
                        insert into report_person (participant, summit, organization, gender, event)
                        values (:participant, :summit, :organization, :gender, :event) on conflict do nothing""")
                .param("participant", registered.participant().value())
                .param("summit", registered.summit().value())
                .param(
                        "organization",
                        registered.organization() == null
                                ? null
                                : registered.organization().value(),
                        Types.OTHER)
                .param("gender", registered.gender().name())
                .param("event", event)
                .update();
        registered
                .days()
                .forEach((day, mode) -> database.sql("""
                        insert into report_person_day (participant, day, mode) values (:participant, :day, :mode)
                        on conflict do nothing""")
                        .param("participant", registered.participant().value())
                        .param("day", day)
                        .param("mode", mode.name())
                        .update());
    }

    private static void count(Indicator indicator, UUID subject, UUID summit, Fact fact, JdbcClient database) {
        database.sql("""
                        insert into report_count (indicator, subject, summit, event)
                        values (:indicator, :subject, :summit, :event) on conflict do nothing""")
                .param("indicator", indicator.name())
                .param("subject", subject)
                .param("summit", summit)
                .param("event", fact.id())
                .update();
    }
}
