package org.sala.ui.audit;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.sala.feedback.api.FeedbackEvent;
import org.sala.feedback.api.FeedbackEvent.NoteErased;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import org.sala.marketplace.api.MarketplaceEvent;
import org.sala.marketplace.api.MarketplaceEvent.CategoryEvent;
import org.sala.marketplace.api.MarketplaceEvent.FloorEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionEvent;
import org.sala.marketplace.api.MarketplaceEvent.StallEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.registration.api.RegistrationEvent;
import org.sala.sessions.api.SessionsEvent;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every event as it came, those of types that nothing here knows included. */
@Component
@Order(30)
class TimelineProjection implements Projection {

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public List<String> tables() {
        return List.of("timeline");
    }

    @Override
    public List<String> notCompared() {
        return List.of("taken_at");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        var untimed =
                fact.event() instanceof NotePosted posted && posted.content().isAnonymous();
        database.sql("""
                        insert into timeline (id, context, position, type, subject, sequence, time, untimed, summit,
                          correlation, causation, actor, role, payload, taken_at)
                        values (:id, :context, :position, :type, :subject, :sequence, :time, :untimed, :summit,
                          :correlation, :causation, :actor, :role, :payload,
                          case when :untimed then null else clock_timestamp() end) on conflict (id) do nothing""")
                .param("id", fact.id())
                .param("context", fact.context())
                .param("position", fact.position())
                .param("type", fact.type())
                .param("subject", fact.subject())
                .param("sequence", fact.sequence())
                .param("time", at(untimed ? fact.time().truncatedTo(ChronoUnit.DAYS) : fact.time()))
                .param("untimed", untimed)
                .param("summit", summit(fact.event()), Types.OTHER)
                .param("correlation", fact.provenance().correlation(), Types.VARCHAR)
                .param("causation", fact.provenance().causation(), Types.VARCHAR)
                .param("actor", fact.provenance().actor(), Types.VARCHAR)
                .param("role", fact.provenance().role(), Types.VARCHAR)
                .param("payload", fact.json())
                .update();
    }

    private static Object at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable UUID summit(Object event) {
        return switch (event) {
            case RegistrationEvent registration -> registration.summit().value();
            case SessionsEvent sessions -> sessions.summit().value();
            case MarketplaceEvent marketplace ->
                switch (marketplace) {
                    case StallEvent stall -> stall.summit().value();
                    case TradeEvent trade -> trade.summit().value();
                    case FloorEvent floor -> floor.summit().value();
                    case JointActionEvent action -> action.summit().value();
                    // the taxonomy is every summit's
                    case CategoryEvent _ -> null;
                };
            case FeedbackEvent feedback ->
                switch (feedback) {
                    case FeedbackEvent.BoardOpened opened -> opened.summit().value();
                    case FeedbackEvent.BoardClosed closed -> closed.summit().value();
                    case NotePosted posted -> posted.summit().value();
                    case NoteErased erased -> erased.summit().value();
                };
            default -> null;
        };
    }
}
