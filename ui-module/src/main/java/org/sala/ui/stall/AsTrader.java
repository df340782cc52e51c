package org.sala.ui.stall;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplacePort;
import org.sala.marketplace.api.MarketplaceQueries;
import org.sala.marketplace.api.MarketplaceQueries.TradeFile;
import org.sala.marketplace.api.MarketplaceQueries.TradeSummary;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.TradeId;
import org.sala.ports.NotSignedIn;
import org.sala.ports.PortUnreachable;
import org.sala.ui.commands.Refusals;
import org.sala.ui.language.Words;
import org.sala.ui.pages.Brake;
import org.sala.ui.pages.NotShown;
import org.sala.ui.pages.Pages;
import org.sala.ui.pages.TokensForParticipants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Asks the marketplace as one participant, who acts for their organisation and for no other. */
@Component
class AsTrader {

    private static final Logger LOG = LoggerFactory.getLogger(AsTrader.class);

    private final MarketplacePort port;
    private final MarketplaceQueries queries;
    private final TokensForParticipants tokens;
    private final Brake brake;

    AsTrader(MarketplacePort port, MarketplaceQueries queries, TokensForParticipants tokens, InstantSource clock) {
        this.port = port;
        this.queries = queries;
        this.tokens = tokens;
        this.brake = new Brake(60, Duration.ofSeconds(5), clock);
    }

    /** What is offered and needed at their summit now, by everybody. */
    Market market(Trader trader) {
        var stalls = learn(trader, token -> queries.stalls(trader.at(), token));
        return Market.of(stalls, trader.words());
    }

    /** The trades of their organisation, the latest first. */
    List<TradeSummary> trades(Trader trader) {
        return learn(trader, token -> queries.trades(trader.at(), null, token));
    }

    /** One of them. */
    TradeFile trade(Trader trader, UUID trade) {
        try {
            return queries.trade(new TradeId(trade), tokens.of(trader.participant()));
        } catch (MarketplaceRejected refused) {
            if (refused.reason() == Reason.TRADE_UNKNOWN || refused.reason() == Reason.NOT_ALLOWED) {
                // another's trade looks like one that never was
                throw new NotShown("stall.notice.trade-unknown", HttpStatus.NOT_FOUND, trader.path("/trades"));
            }
            throw refused;
        }
    }

    private <T> T learn(Trader trader, Function<String, T> query) {
        try {
            return query.apply(tokens.of(trader.participant()));
        } catch (MarketplaceRejected refused) {
            if (refused.reason() == Reason.NOT_ALLOWED) {
                // registration knows them, and the marketplace has not heard of it yet
                throw new NotShown("stall.notice.not-yet", HttpStatus.SERVICE_UNAVAILABLE, trader.path(""));
            }
            throw refused;
        }
    }

    /**
     * Why something was not done.
     *
     * @param words for the reader
     * @param refused what the marketplace said; empty where it was not asked
     */
    record No(HttpStatus status, String words, Optional<MarketplaceRejected> refused) {

        /** What it is about, by the marketplace's name for it; empty where about nothing in particular. */
        String detail(String name) {
            return refused.map(each -> each.details().getOrDefault(name, "")).orElse("");
        }
    }

    /**
     * Asks for something, unless the form came from elsewhere or too many came.
     *
     * @param wish makes the command; what has no acceptable form is refused as it is made
     * @return why not; empty where it was done
     */
    Optional<No> ask(Trader trader, HttpServletRequest request, Supplier<? extends MarketplaceCommand> wish) {
        if (Pages.isStale(request)) {
            return no(trader, HttpStatus.FORBIDDEN, "pages.stale");
        }
        var whose = trader.participant().toString();
        if (brake.holds(whose)) {
            return no(trader, HttpStatus.TOO_MANY_REQUESTS, "stall.slow");
        }
        brake.spend(whose, 1);
        try {
            port.send(wish.get(), tokens.of(trader.participant()));
            return Optional.empty();
        } catch (MarketplaceRejected refused) {
            var malformed = refused.reason() == Reason.MALFORMED;
            return Optional.of(new No(
                    malformed ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT,
                    malformed
                            ? Words.of(trader.locale(), "stall.wrong.form")
                            : Refusals.words(refused, trader.locale()),
                    Optional.of(refused)));
        } catch (PortUnreachable away) {
            LOG.warn("The marketplace can't be asked: {}", away.getMessage());
            return no(trader, HttpStatus.SERVICE_UNAVAILABLE, "pages.away");
        } catch (NotSignedIn refused) {
            LOG.warn("The marketplace does not take tokens signed here: are both keys of one pair?");
            return no(trader, HttpStatus.SERVICE_UNAVAILABLE, "pages.away");
        }
    }

    private static Optional<No> no(Trader trader, HttpStatus status, String key) {
        return Optional.of(new No(status, Words.of(trader.locale(), key), Optional.empty()));
    }
}
