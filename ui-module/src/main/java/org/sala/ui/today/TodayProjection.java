package org.sala.ui.today;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.feedback.api.FeedbackEvent;
import org.sala.feedback.api.FeedbackEvent.BoardClosed;
import org.sala.feedback.api.FeedbackEvent.BoardOpened;
import org.sala.feedback.api.FeedbackEvent.NoteErased;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import org.sala.marketplace.api.MarketplaceEvent;
import org.sala.marketplace.api.MarketplaceEvent.CategoryEvent;
import org.sala.marketplace.api.MarketplaceEvent.FloorEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionEvent;
import org.sala.marketplace.api.MarketplaceEvent.LegEvent;
import org.sala.marketplace.api.MarketplaceEvent.NeedMet;
import org.sala.marketplace.api.MarketplaceEvent.NeedVoiced;
import org.sala.marketplace.api.MarketplaceEvent.NeedWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.OfferRevised;
import org.sala.marketplace.api.MarketplaceEvent.OfferWithdrawn;
import org.sala.marketplace.api.MarketplaceEvent.TradeAccepted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeCancelled;
import org.sala.marketplace.api.MarketplaceEvent.TradeCompleted;
import org.sala.marketplace.api.MarketplaceEvent.TradeCountered;
import org.sala.marketplace.api.MarketplaceEvent.TradeDeclined;
import org.sala.marketplace.api.MarketplaceEvent.TradeLapsed;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceEvent.TradeWordsErased;
import org.sala.registration.api.RegistrationEvent;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsEvent;
import org.sala.sessions.api.SessionsEvent.CertificateEvent;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.ParticipantLeftSession;
import org.sala.sessions.api.SessionsEvent.RoundEvent;
import org.sala.sessions.api.SessionsEvent.SessionCancelled;
import org.sala.sessions.api.SessionsEvent.SessionEnded;
import org.sala.sessions.api.SessionsEvent.SessionRescheduled;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.sessions.api.SessionsEvent.SignUpEvent;
import org.sala.sessions.api.SessionsEvent.SignUpOpened;
import org.sala.sessions.api.SessionsEvent.StageEvent;
import org.sala.sessions.api.SummitId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is expected and here, what runs, what is traded and said. Holds no name and no contact of anybody. */
@Component
@Order(20)
class TodayProjection implements Projection {

    @Override
    public String name() {
        return "today";
    }

    @Override
    public List<String> tables() {
        return List.of(
                "today_organization",
                "today_person",
                "today_expected",
                "today_present",
                "today_session",
                "today_attendance",
                "today_offer",
                "today_trade",
                "today_board",
                "today_note");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        switch (fact.event()) {
            case RegistrationEvent event -> Attending.fold(event, database);
            case SessionsEvent event -> fold(event, database);
            case MarketplaceEvent event -> fold(event, database);
            case FeedbackEvent event -> fold(event, fact.position(), database);
            default -> {
                // a newer producer's, which Today has no words for yet
            }
        }
    }

    private static void fold(SessionsEvent event, JdbcClient database) {
        switch (event) {
            case SessionScheduled scheduled ->
                planned(scheduled.session(), scheduled.summit(), scheduled.day(), scheduled.plan(), database);
            case SessionRescheduled rescheduled ->
                planned(rescheduled.session(), rescheduled.summit(), rescheduled.day(), rescheduled.plan(), database);
            case SessionCancelled cancelled -> state(cancelled.session().value(), "CANCELLED", database);
            case SessionStarted started -> state(started.session().value(), "RUNNING", database);
            case SessionEnded ended -> state(ended.session().value(), "ENDED", database);
            case ParticipantJoinedSession joined ->
                database.sql("""
                                insert into today_attendance (session, participant, mode)
                                values (:session, :participant, :mode) on conflict do nothing""")
                        .param("session", joined.session().value())
                        .param("participant", joined.participant().value())
                        .param("mode", joined.mode().name())
                        .update();
            // who is in a session, or was: whoever left it was
            case ParticipantLeftSession _,
                    SignUpOpened _,
                    SignUpEvent _,
                    RoundEvent _,
                    StageEvent _,
                    CertificateEvent _ -> {}
        }
    }

    private static void planned(SessionId session, SummitId summit, int day, SessionPlan plan, JdbcClient database) {
        database.sql("""
                        insert into today_session (session, summit, day, title_km, title_en, starts_at, ends_at,
                          room, online, seats, state)
                        values (:session, :summit, :day, :km, :en, :starts, :ends, :room, :online, :seats,
                          'SCHEDULED')
                        on conflict (session) do update set day = excluded.day, title_km = excluded.title_km,
                          title_en = excluded.title_en, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                          room = excluded.room, online = excluded.online, seats = excluded.seats""")
                .param("session", session.value())
                .param("summit", summit.value())
                .param("day", day)
                .param("km", plan.title().km())
                .param("en", plan.title().en())
                .param("starts", at(plan.slot().start()))
                .param("ends", at(plan.slot().end()))
                .param("room", plan.place().room(), Types.VARCHAR)
                .param("online", plan.place().link() != null)
                .param(
                        "seats",
                        plan.seats().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .update();
    }

    private static void state(Object session, String state, JdbcClient database) {
        database.sql("update today_session set state = :state where session = :session")
                .param("state", state)
                .param("session", session)
                .update();
    }

    private static void fold(MarketplaceEvent event, JdbcClient database) {
        switch (event) {
            case OfferPosted posted ->
                database.sql("""
                                insert into today_offer (offer, summit, organization, title_km, title_en)
                                values (:offer, :summit, :organization, :km, :en) on conflict do nothing""")
                        .param("offer", posted.offer().value())
                        .param("summit", posted.summit().value())
                        .param("organization", posted.organization().value())
                        .param("km", posted.title().km())
                        .param("en", posted.title().en())
                        .update();
            case TradeProposed proposed ->
                database.sql("""
                                insert into today_trade (trade, summit, state) values (:trade, :summit, 'PROPOSED')
                                on conflict do nothing""")
                        .param("trade", proposed.trade().value())
                        .param("summit", proposed.summit().value())
                        .update();
            case OfferRevised revised ->
                database.sql("update today_offer set title_km = :km, title_en = :en where offer = :offer")
                        .param("offer", revised.offer().value())
                        .param("km", revised.title().km())
                        .param("en", revised.title().en())
                        .update();
            case TradeAgreed agreed -> tradeState(agreed.trade().value(), "AGREED", database);
            case TradeLapsed lapsed -> tradeState(lapsed.trade().value(), "LAPSED", database);
            case TradeDeclined declined -> tradeState(declined.trade().value(), "DECLINED", database);
            case TradeCancelled cancelled -> tradeState(cancelled.trade().value(), "CANCELLED", database);
            case OfferWithdrawn _, NeedVoiced _, NeedWithdrawn _, NeedMet _ -> {
                // offers are counted as they were posted
            }
            case TradeCountered _, TradeAccepted _, LegEvent _, TradeCompleted _, TradeWordsErased _ -> {
                // a trade is proposed until it is decided, and agreed until it is called off
            }
            case FloorEvent _, JointActionEvent _, CategoryEvent _ -> {
                // of no number here
            }
        }
    }

    private static void tradeState(Object trade, String state, JdbcClient database) {
        database.sql("update today_trade set state = :state where trade = :trade")
                .param("state", state)
                .param("trade", trade)
                .update();
    }

    private static void fold(FeedbackEvent event, long position, JdbcClient database) {
        switch (event) {
            case BoardOpened opened ->
                database.sql("""
                                insert into today_board (board, summit, kind, prompt_km, prompt_en, open)
                                values (:board, :summit, :kind, :km, :en, true) on conflict do nothing""")
                        .param("board", opened.board().value())
                        .param("summit", opened.summit().value())
                        .param("kind", opened.kind().name())
                        .param("km", opened.prompt().km())
                        .param("en", opened.prompt().en())
                        .update();
            case BoardClosed closed ->
                database.sql("update today_board set open = false where board = :board")
                        .param("board", closed.board().value())
                        .update();
            case NoteErased _ -> {
                // what it said was never here, and it counts as before
            }
            case NotePosted posted ->
                database.sql("""
                                insert into today_note (note, board, summit, position, language, source)
                                values (:note, :board, :summit, :position, :language, :source)
                                on conflict do nothing""")
                        .param("note", posted.note().value())
                        .param("board", posted.board().value())
                        .param("summit", posted.summit().value())
                        .param("position", position)
                        .param("language", posted.content().language().name())
                        .param("source", posted.content().source().name())
                        .update();
        }
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
