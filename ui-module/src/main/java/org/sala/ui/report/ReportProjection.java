package org.sala.ui.report;

import java.util.List;
import java.util.UUID;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeCancelled;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.registration.api.RegistrationEvent;
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
            case RegistrationEvent event -> CountedPeople.fold(event, fact.id(), database);
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
            case TradeCancelled cancelled ->
                database.sql("delete from report_count where indicator = :indicator and subject = :subject")
                        .param("indicator", Indicator.TRADES_AGREED.name())
                        .param("subject", cancelled.trade().value())
                        .update();
            case NotePosted posted ->
                count(Indicator.NOTES, posted.note().value(), posted.summit().value(), fact, database);
            default -> {
                // no indicator counts it
            }
        }
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
