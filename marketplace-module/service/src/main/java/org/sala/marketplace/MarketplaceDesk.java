package org.sala.marketplace;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.sala.eventing.Commands;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.StallCommand;
import org.sala.marketplace.api.MarketplaceCommand.TradeCommand;
import org.sala.marketplace.api.MarketplacePort;
import org.sala.marketplace.api.MarketplaceQueries;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.SummitId;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;

/** Where the marketplace is asked: holds each caller to what their role allows, then has it decided or answers. */
final class MarketplaceDesk implements MarketplacePort, MarketplaceQueries {

    private static final Set<Role> EVERYBODY = Role.ofAccounts();

    private final CommandGate gate;
    private final Commands commands;
    private final OfferBook offers;
    private final Clock clock;

    MarketplaceDesk(CommandGate gate, Commands commands, OfferBook offers, Clock clock) {
        this.gate = gate;
        this.commands = commands;
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public void send(MarketplaceCommand command, String accessToken) {
        var pass = admit(accessToken, whoMay(command));
        commands.send(command, new Commands.Origin(pass.account(), pass.role().name(), pass.correlation(), null));
    }

    /** Organisations offer and trade through staff until their people can sign in themselves. */
    private static Set<Role> whoMay(MarketplaceCommand command) {
        return switch (command) {
            case StallCommand _, TradeCommand _ -> Set.of(Role.STAFF);
        };
    }

    @Override
    public List<OfferUnits> openOffers(SummitId summit, String accessToken) {
        admit(accessToken, EVERYBODY);
        return offers.open(summit, clock.instant()).stream()
                .map(MarketplaceDesk::units)
                .toList();
    }

    @Override
    public OfferUnits units(OfferId offer, String accessToken) {
        admit(accessToken, EVERYBODY);
        return offers.find(List.of(offer)).values().stream()
                .map(MarketplaceDesk::units)
                .findFirst()
                .orElseThrow(() -> new MarketplaceRejected(Reason.OFFER_UNKNOWN));
    }

    private CommandGate.Pass admit(String accessToken, Set<Role> allowed) {
        return gate.admit(accessToken, allowed, () -> new MarketplaceRejected(Reason.NOT_ALLOWED));
    }

    private static OfferUnits units(OfferBook.Entry entry) {
        return new OfferUnits(entry.offer(), entry.organization(), entry.units(), entry.reserved(), entry.goodUntil());
    }
}
