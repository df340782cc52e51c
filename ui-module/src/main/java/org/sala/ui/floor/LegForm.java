package org.sala.ui.floor;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.Serial;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.FreeText;
import org.sala.marketplace.api.LegResolution;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.ConfirmLeg;
import org.sala.marketplace.api.MarketplaceCommand.DeliverLeg;
import org.sala.marketplace.api.MarketplaceCommand.DisputeLeg;
import org.sala.marketplace.api.MarketplaceCommand.ResolveLeg;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.TradeId;

/** Says what became of a promise. */
class LegForm extends FloorForm {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What can be said of a promise. */
    enum Said {
        DELIVERED,
        CONFIRMED,
        DISPUTED,
        RESOLVED
    }

    private final transient Floor.Promise promise;
    private final Said said;
    private final DatePicker on;
    private final TextArea note;
    private final Select<LegResolution> resolution;

    LegForm(Floor.Promise promise, Said said, LocalDate today, FloorWords words, Dealing dealing) {
        super(
                "floor-leg",
                words.of("floor.leg.say." + said.name()),
                words.of("floor.leg.say." + said.name()),
                words,
                dealing);
        this.promise = promise;
        this.said = said;
        about(words.leg(promise.leg()));
        resolution = choice(
                "floor-leg-resolution",
                "floor.leg.resolution",
                List.of(LegResolution.values()),
                each -> words.of("floor.leg.resolution." + each.name()));
        resolution.setVisible(said == Said.RESOLVED);
        on = date("floor-leg-on", "floor.leg.on." + said.name());
        on.setValue(today);
        on.setMax(today);
        on.setVisible(said != Said.DISPUTED);
        note = text("floor-leg-note", "floor.leg.note." + said.name());
        note.setHelperText(words.of("floor.leg.note.how"));
        put(resolution, on, note);
    }

    @Override
    protected void look() {
        check(resolution, said != Said.RESOLVED || resolution.getValue() != null);
        check(on, said == Said.DISPUTED || on.getValue() != null);
        check(note, said != Said.DISPUTED || !note.getValue().isBlank());
    }

    @Override
    MarketplaceCommand command() {
        var trade = new TradeId(promise.trade().id());
        var leg = promise.leg();
        return switch (said) {
            case DELIVERED ->
                new DeliverLeg(trade, leg.number(), new OrganizationId(leg.giver()), on.getValue(), note());
            case CONFIRMED ->
                new ConfirmLeg(trade, leg.number(), new OrganizationId(leg.receiver()), on.getValue(), note());
            case DISPUTED ->
                new DisputeLeg(
                        trade,
                        leg.number(),
                        new OrganizationId(leg.receiver()),
                        new FreeText(note.getValue().strip()));
            case RESOLVED -> new ResolveLeg(trade, leg.number(), resolution.getValue(), on.getValue(), note());
        };
    }

    private @Nullable FreeText note() {
        return note.getValue().isBlank() ? null : new FreeText(note.getValue().strip());
    }
}
