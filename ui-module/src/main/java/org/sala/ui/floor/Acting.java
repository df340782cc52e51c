package org.sala.ui.floor;

import java.io.Serial;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.RecordMeeting;
import org.sala.marketplace.api.MarketplaceCommand.WithdrawNeed;
import org.sala.marketplace.api.MarketplaceCommand.WithdrawOffer;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;

/** What staff do from a page of the floor, for the organisations that ask them to. */
final class Acting {

    private final FloorPage page;
    private final Dealing dealing;

    Acting(FloorPage page, Dealing dealing) {
        this.page = page;
        this.dealing = dealing;
    }

    void post(@Nullable UUID organization) {
        new OfferForm(page.summit(), organization, null, page.words(), dealing).open();
    }

    void revise(Floor.Offer offer) {
        new OfferForm(page.summit(), null, offer, page.words(), dealing).open();
    }

    void withdraw(Floor.Offer offer) {
        var words = page.words();
        sure(
                words.of("floor.offer.withdraw"),
                words.of(
                        "floor.offer.withdraw.what",
                        offer.title().in(words.locale()),
                        words.name(offer.organization())),
                () -> new WithdrawOffer(
                        new SummitId(page.summit().id()),
                        new OrganizationId(offer.organization()),
                        new OfferId(offer.id())));
    }

    void voice(@Nullable UUID organization) {
        new NeedForm(page.summit(), organization, page.words(), dealing).open();
    }

    void withdraw(Floor.Need need) {
        var words = page.words();
        sure(
                words.of("floor.need.withdraw"),
                words.of("floor.need.withdraw.what", need.title().in(words.locale()), words.name(need.organization())),
                () -> new WithdrawNeed(
                        new SummitId(page.summit().id()),
                        new OrganizationId(need.organization()),
                        new NeedId(need.id())));
    }

    void propose(Floor.@Nullable Offer first) {
        TradeForm.proposing(page.summit(), first, page.now(), page.words(), dealing)
                .open();
    }

    void counter(Floor.Trade trade) {
        TradeForm.countering(page.summit(), trade, page.now(), page.words(), dealing)
                .open();
    }

    void accept(Floor.Trade trade, UUID organization) {
        page.told(dealing.ask(
                () -> new AcceptTrade(new TradeId(trade.id()), new OrganizationId(organization), trade.round()),
                page.words().locale()));
    }

    void decline(Floor.Trade trade, UUID organization) {
        new EndForm(trade, organization, page.words(), dealing).open();
    }

    void cancel(Floor.Trade trade) {
        new EndForm(trade, null, page.words(), dealing).open();
    }

    void say(Floor.Promise promise, LegForm.Said said) {
        new LegForm(promise, said, page.today(), page.words(), dealing).open();
    }

    /** What was written about a promise: asked for when somebody wants to read it, and kept nowhere here. */
    void written(Floor.Promise promise) {
        var words = page.words();
        var told = dealing.file(promise.trade().id(), words.locale());
        page.told(told.refusal());
        told.answer().ifPresent(file -> new WrittenNotes(promise, file, words).open());
    }

    void pledge() {
        new ActionForm(page.summit(), page.words(), dealing).open();
    }

    void report(Floor.Action action) {
        new ReportForm(action, page.today(), page.words(), dealing).open();
    }

    void met(Floor.Pair pair) {
        page.told(dealing.ask(
                () -> new RecordMeeting(
                        new SummitId(page.summit().id()),
                        new OrganizationId(pair.one()),
                        new OrganizationId(pair.other()),
                        pair.round()),
                page.words().locale()));
    }

    void meeting() {
        new MeetingForm(page.summit(), page.words(), dealing).open();
    }

    void rounds() {
        new RoundsForm(page.summit(), page.words(), dealing).open();
    }

    void category() {
        new CategoryForm(page.words(), dealing).open();
    }

    private void sure(String title, String what, Supplier<? extends MarketplaceCommand> command) {
        new Sure(title, what, command, page.words(), dealing).open();
    }

    /** Asks once more before something that can't be taken back, and names it. */
    private static final class Sure extends FloorForm {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Supplier<? extends MarketplaceCommand> command;

        Sure(
                String title,
                String what,
                Supplier<? extends MarketplaceCommand> command,
                FloorWords words,
                Dealing dealing) {
            super("floor-sure", title, title, words, dealing);
            this.command = command;
            about(what);
        }

        @Override
        protected void look() {
            // nothing is typed here
        }

        @Override
        MarketplaceCommand command() {
            return command.get();
        }
    }
}
