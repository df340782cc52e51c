package org.sala.ui.floor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.io.Serial;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.CounterTrade;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.TradeId;
import org.sala.marketplace.api.TradeShape;
import org.sala.ui.language.Folded;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;

/**
 * Proposes a trade, or other legs in place of an open one's. Each leg begins where the one before ended, and what it would
 * be is said in words while it is put together.
 */
class TradeForm extends FloorForm {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_LEGS = 12;
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private final transient Summit summit;
    private final transient Floor.@Nullable Trade was;
    private final transient Instant now;
    private final transient TradeId id;
    private final transient List<LegFields> legs = new ArrayList<>();
    private final Div parts = new Div();
    private final Button another = new Button();
    private final OrderedList preview = new OrderedList();
    private final Span verdict = new Span();
    private final ComboBox<UUID> proposer;
    private final DatePicker expires;
    private boolean drawing;

    private TradeForm(
            String title, Summit summit, Floor.@Nullable Trade was, Instant now, FloorWords words, Dealing dealing) {
        super("floor-trade", title, title, words, dealing);
        this.summit = summit;
        this.was = was;
        this.now = now;
        this.id = new TradeId(was == null ? UUID.randomUUID() : was.id());
        parts.addClassNames("floor-parts", "wide");
        another.setId("floor-trade-another");
        another.setText(words.of("floor.trade.another"));
        another.addClickListener(click -> {
            row(null);
            draw();
            legs.getLast().call();
        });
        preview.addClassName("floor-preview");
        verdict.setId("floor-trade-verdict");
        verdict.getElement().setAttribute("role", "status");
        var said = new Div(new H3(words.of("floor.trade.preview")), preview, verdict);
        said.addClassName("wide");
        proposer = told(new ComboBox<>(words.of(was == null ? "floor.trade.proposer" : "floor.trade.counter.by")));
        proposer.setId("floor-trade-proposer");
        proposer.setItemLabelGenerator(words::name);
        proposer.setClearButtonVisible(was == null);
        if (was == null) {
            proposer.setPlaceholder(words.of("floor.programme"));
            proposer.setHelperText(words.of("floor.trade.proposer.how"));
        }
        expires = date("floor-trade-expires", "floor.trade.expires");
        expires.setClearButtonVisible(true);
        expires.setHelperText(words.of("floor.trade.expires.how"));
        put(parts, another, said, proposer, expires);
        another.addClassName("wide");
    }

    /**
     * Proposes one.
     *
     * @param first which offer it begins with, if that is known
     */
    static TradeForm proposing(
            Summit summit, Floor.@Nullable Offer first, Instant now, FloorWords words, Dealing dealing) {
        var form = new TradeForm(words.of("floor.trade.propose"), summit, null, now, words, dealing);
        form.row(null);
        form.draw();
        if (first != null) {
            form.legs.getFirst().offer.setValue(first);
        }
        return form;
    }

    /** Proposes other legs in place of those of an open trade. */
    static TradeForm countering(Summit summit, Floor.Trade was, Instant now, FloorWords words, Dealing dealing) {
        var form = new TradeForm(words.of("floor.trade.counter"), summit, was, now, words, dealing);
        was.legs().forEach(form::row);
        var expiry = was.expiresAt();
        if (expiry != null) {
            form.expires.setValue(expiry.atZone(summit.zone()).toLocalDate());
        }
        form.draw();
        return form;
    }

    /** One leg, as a row. */
    private final class LegFields extends Div {

        @Serial
        private static final long serialVersionUID = 1L;

        private final ComboBox<Floor.Offer> offer;
        private final OrganizationField receiver;
        private final IntegerField units;
        private final ComboBox<Floor.Need> need;
        private final DatePicker due;

        LegFields(int number, Floor.@Nullable Leg leg) {
            addClassName("floor-part");
            var at = "-" + number;
            offer = told(new ComboBox<>(words.of("floor.leg.offer")));
            offer.setId("floor-leg-offer" + at);
            offer.setItemLabelGenerator(each -> each.title().in(locale()) + " · " + words.name(each.organization()));
            receiver = organization("floor-leg-receiver" + at, "floor.leg.receiver");
            units = told(new IntegerField(words.of("floor.leg.units")));
            units.setId("floor-leg-units" + at);
            units.setMin(1);
            units.setStepButtonsVisible(true);
            units.setValue(1);
            need = new ComboBox<>(words.of("floor.leg.need"));
            need.setId("floor-leg-need" + at);
            need.setClearButtonVisible(true);
            need.setPlaceholder(words.of("floor.leg.need.none"));
            need.setItemLabelGenerator(each -> each.title().in(locale()));
            due = date("floor-leg-due" + at, "floor.leg.due");
            due.setClearButtonVisible(true);
            var remove = new Button(words.of("floor.leg.remove"), click -> takeOut(this));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            add(offer, receiver, units, need, due, remove);
            receiver.addValueChangeListener(change -> needs());
            offer.addValueChangeListener(change -> {
                units.setHelperText(change.getValue() == null ? null : words.free(change.getValue()));
                draw();
            });
            receiver.addValueChangeListener(change -> draw());
            units.addValueChangeListener(change -> draw());
            if (leg != null) {
                receiver.setValue(leg.receiver());
                units.setValue(leg.units());
                words.floor().need(leg.need()).ifPresent(need::setValue);
                var day = leg.dueBy();
                if (day != null) {
                    due.setValue(day.atZone(summit.zone()).toLocalDate());
                }
            }
        }

        /** What can be given: where it is not the first leg, by whoever received before. */
        void offers(@Nullable UUID giver) {
            var chosen = offer.getValue();
            var items = words.floor().offers().stream()
                    .filter(each -> each.isOpen(now) || each.equals(chosen))
                    .filter(each -> giver == null || each.organization().equals(giver))
                    .toList();
            offer.setItems((each, typed) -> matches(each, Folded.of(typed)), items);
            offer.setHelperText(
                    giver != null && items.isEmpty() ? words.of("floor.leg.nothing", words.name(giver)) : null);
            if (chosen != null && items.contains(chosen)) {
                offer.setValue(chosen);
            }
        }

        private boolean matches(Floor.Offer each, String typed) {
            return Stream.of(each.title().km(), each.title().en(), words.name(each.organization()))
                    .anyMatch(text -> Folded.of(text).contains(typed));
        }

        private void needs() {
            var chosen = need.getValue();
            var of = receiver.getValue();
            var open = words.floor().openNeeds().stream()
                    .filter(each -> each.organization().equals(of))
                    .toList();
            need.setItems((each, typed) -> matches(each, Folded.of(typed)), open);
            need.setVisible(!open.isEmpty());
            if (chosen != null && open.contains(chosen)) {
                need.setValue(chosen);
            }
        }

        private static boolean matches(Floor.Need each, String typed) {
            return Folded.of(each.title().km()).contains(typed)
                    || Folded.of(each.title().en()).contains(typed);
        }

        void call() {
            offer.focus();
        }

        @Nullable
        UUID giver() {
            return offer.getValue() == null ? null : offer.getValue().organization();
        }

        void look() {
            check(offer, offer.getValue() != null);
            check(receiver, receiver.getValue() != null);
            check(units, units.getValue() != null && units.getValue() >= 1);
        }

        Leg leg() {
            return new Leg(
                    new OrganizationId(offer.getValue().organization()),
                    new OrganizationId(receiver.getValue()),
                    new OfferId(offer.getValue().id()),
                    units.getValue(),
                    need.getValue() == null ? null : new NeedId(need.getValue().id()),
                    moment(due.getValue()));
        }
    }

    private @Nullable Instant moment(@Nullable LocalDate day) {
        return day == null ? null : day.atTime(END_OF_DAY).atZone(summit.zone()).toInstant();
    }

    private void row(Floor.@Nullable Leg leg) {
        var row = new LegFields(legs.size() + 1, leg);
        legs.add(row);
        parts.add(row);
        if (leg != null) {
            row.offers(null);
            words.floor().offer(leg.offer()).ifPresent(offer -> {
                row.offer.setItems(offer);
                row.offer.setValue(offer);
            });
        }
    }

    private void takeOut(LegFields row) {
        if (legs.size() > 1) {
            legs.remove(row);
            parts.remove(row);
            draw();
        }
    }

    /** Says in words what it would be. */
    private void draw() {
        // fields tell of what is put into them here, too
        if (drawing || legs.isEmpty()) {
            return;
        }
        drawing = true;
        try {
            drawLegs();
        } finally {
            drawing = false;
        }
    }

    private void drawLegs() {
        UUID giver = null;
        for (var row : legs) {
            row.offers(giver);
            giver = row.receiver.getValue();
        }
        another.setVisible(legs.size() < MOST_LEGS);
        preview.removeAll();
        for (var row : legs) {
            var from = row.giver();
            var to = row.receiver.getValue();
            var number = row.units.getValue();
            preview.add(new ListItem(
                    from == null || to == null || number == null
                            ? words.of("floor.trade.incomplete")
                            : words.leg(from, to, number, row.offer.getValue())));
        }
        var trouble = trouble();
        verdict.setText(trouble == null ? shape() : words.of(trouble));
        verdict.setClassName("person-needed", trouble != null);
        var parties = parties();
        var chosen = proposer.getValue();
        proposer.setItems(parties);
        if (chosen != null && parties.contains(chosen)) {
            proposer.setValue(chosen);
        }
    }

    private Collection<UUID> parties() {
        Set<UUID> parties = new LinkedHashSet<>();
        for (var row : legs) {
            var giver = row.giver();
            if (giver != null) {
                parties.add(giver);
            }
            if (row.receiver.getValue() != null) {
                parties.add(row.receiver.getValue());
            }
        }
        if (was != null) {
            parties.removeIf(party -> !was.isOf(party));
        }
        return parties;
    }

    private String shape() {
        var shape = TradeShape.of(legs.stream().map(LegFields::leg).toList());
        return words.of("floor.trade.would-be", Words.of(locale(), "floor.shape." + shape.name(), legs.size()));
    }

    /** What is wrong with the legs as they stand; null where nothing is. */
    private @Nullable String trouble() {
        for (var row : legs) {
            if (row.giver() == null || row.receiver.getValue() == null || row.units.getValue() == null) {
                return "floor.trade.incomplete.how";
            }
            if (row.receiver.getValue().equals(row.giver())) {
                return "floor.trade.itself";
            }
            if (row.units.getValue() > row.offer.getValue().free()) {
                return "floor.trade.too-many";
            }
        }
        for (var i = 1; i < legs.size(); i++) {
            if (!legs.get(i - 1).receiver.getValue().equals(legs.get(i).giver())) {
                return "floor.trade.not-linked";
            }
        }
        var closed = legs.getLast().receiver.getValue().equals(legs.getFirst().giver());
        if (legs.size() > 1 && !closed && !legs.getFirst().offer.getValue().gift()) {
            return "floor.trade.not-closed";
        }
        return null;
    }

    @Override
    protected void look() {
        legs.forEach(LegFields::look);
        if (was != null) {
            check(proposer, proposer.getValue() != null);
        }
        var trouble = trouble();
        verdict.setText(trouble == null ? verdict.getText() : words.of(trouble));
    }

    @Override
    MarketplaceCommand command() {
        var all = legs.stream().map(LegFields::leg).toList();
        var by = proposer.getValue();
        if (was != null) {
            return new CounterTrade(id, new OrganizationId(by), was.round(), all, moment(expires.getValue()));
        }
        return new ProposeTrade(
                id,
                new SummitId(summit.id()),
                by == null ? null : new OrganizationId(by),
                all,
                moment(expires.getValue()));
    }
}
