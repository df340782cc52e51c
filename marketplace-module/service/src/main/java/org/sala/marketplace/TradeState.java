package org.sala.marketplace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.OfferBook.NotReserved;
import org.sala.marketplace.OfferBook.Reserved;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceEvent.TradeAccepted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeEvent;
import org.sala.marketplace.api.MarketplaceEvent.TradeLapsed;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OrganizationId;

/** Where a trade stands: not proposed, open, agreed or lapsed. Decides what may come next. */
sealed interface TradeState {

    List<TradeEvent> propose(ProposeTrade command, OfferBook book, Enrolments enrolments, Instant now);

    List<TradeEvent> accept(AcceptTrade command, OfferBook book, Instant now);

    List<TradeEvent> lapse(OfferBook book, Instant now);

    TradeState evolve(TradeEvent event);

    /** Nothing is known of it. */
    record NotProposed() implements TradeState {

        @Override
        public List<TradeEvent> propose(ProposeTrade command, OfferBook book, Enrolments enrolments, Instant now) {
            MarketplacePolicies.noneTradesWithItself(command.legs());
            MarketplacePolicies.legsCloseUnlessAGift(command.legs());
            var parties = parties(command.legs());
            MarketplacePolicies.onlyAPartyActs(command.proposer(), parties);
            if (command.expiresAt() != null && !command.expiresAt().isAfter(now)) {
                throw new MarketplaceRejected(Reason.EXPIRY_PASSED);
            }
            for (var party : parties) {
                MarketplacePolicies.onlyEnrolledOrganizations(command.summit(), party, enrolments);
            }
            var offers = command.legs().stream().map(Leg::offer).toList();
            MarketplacePolicies.legsCanBeGiven(command.summit(), command.legs(), book.find(offers), now);
            return List.of(proposed(command));
        }

        @Override
        public List<TradeEvent> accept(AcceptTrade command, OfferBook book, Instant now) {
            throw new MarketplaceRejected(Reason.TRADE_UNKNOWN);
        }

        @Override
        public List<TradeEvent> lapse(OfferBook book, Instant now) {
            return List.of();
        }

        @Override
        public TradeState evolve(TradeEvent event) {
            return switch (event) {
                case TradeProposed proposal -> new Open(proposal, Set.of(proposal.proposer()));
                case TradeAccepted _, TradeAgreed _, TradeLapsed _ -> this;
            };
        }
    }

    /**
     * Waits for its parties.
     *
     * @param accepted who has accepted, the proposer among them
     */
    record Open(TradeProposed proposal, Set<OrganizationId> accepted) implements TradeState {

        public Open {
            accepted = Set.copyOf(accepted);
        }

        @Override
        public List<TradeEvent> propose(ProposeTrade command, OfferBook book, Enrolments enrolments, Instant now) {
            return repeated(proposal, command);
        }

        @Override
        public List<TradeEvent> accept(AcceptTrade command, OfferBook book, Instant now) {
            MarketplacePolicies.onlyAPartyActs(command.organization(), parties(proposal.legs()));
            if (accepted.contains(command.organization())) {
                return List.of();
            }
            if (isExpired(now)) {
                throw new MarketplaceRejected(Reason.TRADE_OVER);
            }
            var acceptance = new TradeAccepted(proposal.trade(), proposal.summit(), command.organization());
            var missing = new HashSet<>(parties(proposal.legs()));
            missing.removeAll(accepted);
            missing.remove(command.organization());
            return missing.isEmpty() ? List.of(acceptance, settle(book, now)) : List.of(acceptance);
        }

        /** Everybody has accepted: agreed where every unit could be reserved, else over. */
        private TradeEvent settle(OfferBook book, Instant now) {
            return switch (book.reserve(proposal.legs(), now)) {
                case Reserved() -> new TradeAgreed(proposal.trade(), proposal.summit(), proposal.legs());
                case NotReserved(var reason, var offer) ->
                    new TradeLapsed(proposal.trade(), proposal.summit(), reason, offer);
            };
        }

        @Override
        public List<TradeEvent> lapse(OfferBook book, Instant now) {
            if (isExpired(now)) {
                return List.of(new TradeLapsed(proposal.trade(), proposal.summit(), LapseReason.EXPIRED, null));
            }
            var entries = book.find(proposal.legs().stream().map(Leg::offer).toList());
            for (var leg : proposal.legs()) {
                var entry = entries.get(leg.offer());
                if (entry == null || !entry.isGood(now)) {
                    return List.of(new TradeLapsed(
                            proposal.trade(), proposal.summit(), LapseReason.OFFER_CLOSED, leg.offer()));
                }
            }
            return List.of();
        }

        @Override
        public TradeState evolve(TradeEvent event) {
            return switch (event) {
                case TradeProposed _ -> this;
                case TradeAccepted acceptance -> {
                    var all = new ArrayList<>(accepted);
                    all.add(acceptance.organization());
                    yield new Open(proposal, Set.copyOf(all));
                }
                case TradeAgreed _ -> new Agreed(proposal);
                case TradeLapsed _ -> new Lapsed(proposal, accepted);
            };
        }

        private boolean isExpired(Instant now) {
            @Nullable Instant expiresAt = proposal.expiresAt();
            return expiresAt != null && !now.isBefore(expiresAt);
        }
    }

    /** Everybody has accepted and every unit is reserved. */
    record Agreed(TradeProposed proposal) implements TradeState {

        @Override
        public List<TradeEvent> propose(ProposeTrade command, OfferBook book, Enrolments enrolments, Instant now) {
            return repeated(proposal, command);
        }

        @Override
        public List<TradeEvent> accept(AcceptTrade command, OfferBook book, Instant now) {
            MarketplacePolicies.onlyAPartyActs(command.organization(), parties(proposal.legs()));
            return List.of();
        }

        @Override
        public List<TradeEvent> lapse(OfferBook book, Instant now) {
            return List.of();
        }

        @Override
        public TradeState evolve(TradeEvent event) {
            return this;
        }
    }

    /**
     * Came to nothing.
     *
     * @param accepted who had accepted until then
     */
    record Lapsed(TradeProposed proposal, Set<OrganizationId> accepted) implements TradeState {

        public Lapsed {
            accepted = Set.copyOf(accepted);
        }

        @Override
        public List<TradeEvent> propose(ProposeTrade command, OfferBook book, Enrolments enrolments, Instant now) {
            return repeated(proposal, command);
        }

        @Override
        public List<TradeEvent> accept(AcceptTrade command, OfferBook book, Instant now) {
            MarketplacePolicies.onlyAPartyActs(command.organization(), parties(proposal.legs()));
            if (accepted.contains(command.organization())) {
                return List.of();
            }
            throw new MarketplaceRejected(Reason.TRADE_OVER);
        }

        @Override
        public List<TradeEvent> lapse(OfferBook book, Instant now) {
            return List.of();
        }

        @Override
        public TradeState evolve(TradeEvent event) {
            return this;
        }
    }

    /** Whoever gives or receives, in the order of the legs. */
    static Set<OrganizationId> parties(List<Leg> legs) {
        var parties = new LinkedHashSet<OrganizationId>();
        for (var leg : legs) {
            parties.add(leg.giver());
            parties.add(leg.receiver());
        }
        return Collections.unmodifiableSet(parties);
    }

    private static TradeProposed proposed(ProposeTrade command) {
        return new TradeProposed(
                command.trade(), command.summit(), command.proposer(), command.legs(), command.expiresAt());
    }

    private static List<TradeEvent> repeated(TradeProposed before, ProposeTrade command) {
        if (before.equals(proposed(command))) {
            return List.of();
        }
        throw new MarketplaceRejected(Reason.ID_TAKEN);
    }
}
