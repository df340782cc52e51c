package org.sala.ui.floor;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import java.io.Serial;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.CancelReason;
import org.sala.marketplace.api.DeclineReason;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.CancelTrade;
import org.sala.marketplace.api.MarketplaceCommand.DeclineTrade;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.TradeId;

/** Ends a trade, which can't be taken back: a party declines it, or it is called off. */
class EndForm extends FloorForm {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Floor.Trade trade;
    private final transient @Nullable UUID declines;
    private final ComboBox<UUID> by;
    private final Select<DeclineReason> declined;
    private final Select<CancelReason> cancelled;

    /** @param declines who declines; null where it is called off */
    EndForm(Floor.Trade trade, @Nullable UUID declines, FloorWords words, Dealing dealing) {
        super(
                "floor-end",
                declines == null
                        ? words.of("floor.trade.cancel")
                        : words.of("floor.trade.decline.for", words.name(declines)),
                words.of(declines == null ? "floor.trade.cancel.do" : "floor.trade.decline"),
                words,
                dealing);
        this.trade = trade;
        this.declines = declines;
        about(words.of(declines == null ? "floor.trade.cancel.what" : "floor.trade.decline.what"));
        by = new ComboBox<>(words.of("floor.trade.cancel.by"));
        by.setId("floor-end-by");
        by.setItemLabelGenerator(words::name);
        by.setItems(trade.parties());
        by.setClearButtonVisible(true);
        by.setPlaceholder(words.of("floor.programme"));
        by.setVisible(declines == null);
        declined = choice(
                "floor-decline-reason",
                "floor.reason",
                List.of(DeclineReason.values()),
                each -> words.of("floor.detail.trade-declined." + each.name()));
        declined.setVisible(declines != null);
        cancelled = choice(
                "floor-cancel-reason",
                "floor.reason",
                List.of(CancelReason.values()),
                each -> words.of("floor.detail.trade-cancelled." + each.name()));
        cancelled.setVisible(declines == null);
        put(declined, cancelled, by);
    }

    @Override
    protected void look() {
        check(declined, declines == null || declined.getValue() != null);
        check(cancelled, declines != null || cancelled.getValue() != null);
    }

    @Override
    MarketplaceCommand command() {
        var id = new TradeId(trade.id());
        return declines == null
                ? new CancelTrade(
                        id, by.getValue() == null ? null : new OrganizationId(by.getValue()), cancelled.getValue())
                : new DeclineTrade(id, new OrganizationId(declines), declined.getValue());
    }
}
