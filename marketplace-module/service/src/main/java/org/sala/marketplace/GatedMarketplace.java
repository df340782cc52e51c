package org.sala.marketplace;

import java.util.Set;
import java.util.UUID;
import org.sala.eventing.Commands;
import org.sala.marketplace.Members.Membership;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.CancelTrade;
import org.sala.marketplace.api.MarketplaceCommand.CategoryCommand;
import org.sala.marketplace.api.MarketplaceCommand.ConfirmLeg;
import org.sala.marketplace.api.MarketplaceCommand.CounterTrade;
import org.sala.marketplace.api.MarketplaceCommand.DeclineTrade;
import org.sala.marketplace.api.MarketplaceCommand.DeliverLeg;
import org.sala.marketplace.api.MarketplaceCommand.DisputeLeg;
import org.sala.marketplace.api.MarketplaceCommand.EraseJointActionWords;
import org.sala.marketplace.api.MarketplaceCommand.EraseTradeWords;
import org.sala.marketplace.api.MarketplaceCommand.PlanNetworkingRounds;
import org.sala.marketplace.api.MarketplaceCommand.PledgeJointAction;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceCommand.RecordMeeting;
import org.sala.marketplace.api.MarketplaceCommand.ReportJointAction;
import org.sala.marketplace.api.MarketplaceCommand.ResolveLeg;
import org.sala.marketplace.api.MarketplaceCommand.StallCommand;
import org.sala.marketplace.api.MarketplacePort;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;

/** The port: who may ask for what. Participants act for the organisation that they belong to, and for no other. */
final class GatedMarketplace implements MarketplacePort {

    private static final Set<Role> STAFF = Set.of(Role.STAFF);
    private static final Set<Role> WHO_TRADES = Set.of(Role.STAFF, Role.PARTICIPANT);
    private static final Set<Role> ON_THE_FLOOR = Set.of(Role.STAFF, Role.FACILITATOR, Role.PARTICIPANT);

    private final CommandGate gate;
    private final Commands commands;
    private final Members members;

    GatedMarketplace(CommandGate gate, Commands commands, Members members) {
        this.gate = gate;
        this.commands = commands;
        this.members = members;
    }

    @Override
    public void send(MarketplaceCommand command, String accessToken) {
        var pass = gate.admit(accessToken, whoMay(command), () -> new MarketplaceRejected(Reason.NOT_ALLOWED));
        if (pass.role() == Role.PARTICIPANT && !isOfTheirOwn(command, pass.account())) {
            throw new MarketplaceRejected(Reason.NOT_ALLOWED);
        }
        commands.send(command, new Commands.Origin(pass.account(), pass.role().name(), pass.correlation(), null));
    }

    /** Staff do everything; facilitators what is done on the floor; people trade for their organisation. */
    static Set<Role> whoMay(MarketplaceCommand command) {
        return switch (command) {
            case StallCommand _ -> WHO_TRADES;
            case ProposeTrade _,
                    CounterTrade _,
                    AcceptTrade _,
                    DeclineTrade _,
                    CancelTrade _,
                    DeliverLeg _,
                    ConfirmLeg _,
                    DisputeLeg _ -> WHO_TRADES;
            case ResolveLeg _, EraseTradeWords _, EraseJointActionWords _, CategoryCommand _ -> STAFF;
            case PlanNetworkingRounds _ -> Set.of(Role.STAFF, Role.FACILITATOR);
            case RecordMeeting _, PledgeJointAction _, ReportJointAction _ -> ON_THE_FLOOR;
        };
    }

    /** A person's account has the id that they take part under. */
    private boolean isOfTheirOwn(MarketplaceCommand command, String account) {
        return members.of(UUID.fromString(account))
                .filter(own -> isOf(own, command))
                .isPresent();
    }

    private static boolean isOf(Membership own, MarketplaceCommand command) {
        return switch (command) {
            case StallCommand ofStall ->
                own.summit().equals(ofStall.summit()) && own.organization().equals(ofStall.organization());
            case ProposeTrade propose ->
                own.summit().equals(propose.summit()) && own.organization().equals(propose.proposer());
            case CounterTrade counter -> own.organization().equals(counter.organization());
            case AcceptTrade accept -> own.organization().equals(accept.organization());
            case DeclineTrade decline -> own.organization().equals(decline.organization());
            case CancelTrade cancel -> own.organization().equals(cancel.organization());
            case DeliverLeg deliver -> own.organization().equals(deliver.organization());
            case ConfirmLeg confirm -> own.organization().equals(confirm.organization());
            case DisputeLeg dispute -> own.organization().equals(dispute.organization());
            case RecordMeeting meeting ->
                own.summit().equals(meeting.summit())
                        && Set.of(meeting.one(), meeting.other()).contains(own.organization());
            case PledgeJointAction pledge ->
                own.summit().equals(pledge.summit()) && pledge.organizations().contains(own.organization());
            case ReportJointAction report -> own.organization().equals(report.organization());
            case ResolveLeg _, EraseTradeWords _, EraseJointActionWords _, PlanNetworkingRounds _, CategoryCommand _ ->
                false;
        };
    }
}
