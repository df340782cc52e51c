package org.sala.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.LegStatus;
import org.sala.marketplace.api.TradeStatus;
import org.sala.ui.shell.Place;

/**
 * Draws what is on a floor, as cards and rows.
 *
 * @param summit whose floor
 * @param acting by which staff act; null for who only looks
 */
record Drawn(
        UUID summit,
        FloorWords words,
        Instant now,
        @Nullable Acting acting) {

    String stallPath(UUID organization) {
        return Place.FLOOR.path(summit) + "/stalls/" + organization;
    }

    String tradePath(UUID trade) {
        return Place.FLOOR.path(summit) + "/trades/" + trade;
    }

    static Anchor link(String path, String text) {
        var link = new Anchor(path, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private Anchor stall(UUID organization) {
        return link(stallPath(organization), words.name(organization));
    }

    static Span chip(String text, String... classNames) {
        var chip = new Span(text);
        chip.addClassName("chip");
        chip.addClassNames(classNames);
        return chip;
    }

    private static Div row(String className, Component... parts) {
        var row = new Div(parts);
        row.addClassName(className);
        return row;
    }

    private static Button button(String text, Runnable done) {
        var button = new Button(text, click -> done.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    Component offer(Floor.Offer offer, boolean ownStall) {
        var card = new Div();
        card.addClassName("card");
        card.setId("offer-" + offer.id());
        var chips = row("chips", chip(words.category(offer.category()), "plain"));
        if (offer.gift()) {
            chips.add(chip(words.of("floor.offer.is-gift"), "running"));
        }
        if (!offer.isOpen(now)) {
            chips.add(chip(words.of(closed(offer)), "over"));
        }
        var title = new H3(offer.title().in(words.locale()));
        card.add(chips, title);
        if (!ownStall) {
            card.add(row("row-who", stall(offer.organization())));
        }
        var free = new Paragraph(words.free(offer));
        free.addClassName("card-free");
        var terms = new Paragraph(offer.terms().in(words.locale()));
        terms.addClassName("card-text");
        var where = new Paragraph(words.of(
                "floor.offer.where", words.place(offer), words.languages(offer), words.minute(offer.goodUntil())));
        where.addClassName("row-sub");
        card.add(free, terms, where);
        if (acting != null && !offer.withdrawn()) {
            var actions = row("card-actions");
            if (offer.isOpen(now)) {
                actions.add(button(words.of("floor.offer.trade"), () -> acting.propose(offer)));
            }
            if (ownStall) {
                actions.add(
                        button(words.of("floor.offer.revise"), () -> acting.revise(offer)),
                        button(words.of("floor.offer.withdraw"), () -> acting.withdraw(offer)));
            }
            card.add(actions);
        }
        return card;
    }

    private String closed(Floor.Offer offer) {
        if (offer.withdrawn()) {
            return "floor.offer.withdrawn";
        }
        return offer.free() == 0 ? "floor.offer.exhausted" : "floor.offer.ended";
    }

    Component need(Floor.Need need, boolean ownStall) {
        var card = new Div();
        card.addClassName("card");
        card.setId("need-" + need.id());
        var chips = row("chips", chip(words.category(need.category()), "plain"));
        switch (need.state()) {
            case OPEN ->
                chips.add(chip(
                        words.of("floor.urgency." + need.urgency().name()),
                        "urgency-" + need.urgency().name()));
            case MET -> chips.add(chip(words.of("floor.need.met"), "running"));
            case WITHDRAWN -> chips.add(chip(words.of("floor.need.withdrawn"), "over"));
        }
        if (need.state() == NeedState.OPEN && need.promised()) {
            chips.add(chip(words.of("floor.need.promised"), "running"));
        }
        card.add(chips, new H3(need.title().in(words.locale())));
        if (!ownStall) {
            card.add(row("row-who", stall(need.organization())));
        }
        var details = new Paragraph(need.details().in(words.locale()));
        details.addClassName("card-text");
        card.add(details);
        if (acting != null && ownStall && need.state() == NeedState.OPEN) {
            card.add(row("card-actions", button(words.of("floor.need.withdraw"), () -> acting.withdraw(need))));
        }
        return card;
    }

    Span status(Floor.Trade trade) {
        var kind = switch (trade.status()) {
            case OPEN -> "plain";
            case AGREED, COMPLETED -> "running";
            case LAPSED, DECLINED, CANCELLED -> "over";
        };
        return chip(words.of("floor.status." + trade.status().name()), kind);
    }

    Component trade(Floor.Trade trade) {
        var head = row("row-main", link(tradePath(trade.id()), words.shape(trade)), status(trade));
        var legs = new OrderedList();
        legs.addClassName("legs");
        trade.legs().forEach(leg -> legs.add(new ListItem(words.leg(leg))));
        var line = new Div(head, legs);
        line.setId("trade-" + trade.id());
        line.addClassName("trade-line");
        if (trade.status() == TradeStatus.OPEN) {
            var waiting = new Paragraph(words.acceptances(trade)
                    + (trade.expiresAt() == null
                            ? ""
                            : " · " + words.of("floor.trade.until", words.minute(trade.expiresAt()))));
            waiting.addClassName("row-sub");
            line.add(waiting);
        }
        return line;
    }

    Span status(Floor.Leg leg) {
        if (leg.isOverdue(now)) {
            return chip(words.of("floor.leg.overdue"), "needs-person");
        }
        var kind = switch (leg.status()) {
            case PROPOSED, OWED -> "plain";
            case DELIVERED, CONFIRMED -> "running";
            case DISPUTED -> "needs-person";
            case RELEASED -> "over";
        };
        return chip(words.of("floor.leg.status." + leg.status().name()), kind);
    }

    /** A promise with what can be said of it. */
    Div promise(Floor.Promise promise) {
        var leg = promise.leg();
        var head = row("row-main", link(tradePath(promise.trade().id()), words.leg(leg)), status(leg));
        var line = new Div(head);
        line.setId("promise-" + promise.trade().id() + "-" + leg.number());
        line.addClassName("trade-line");
        var when = when(leg);
        if (!when.isEmpty()) {
            var due = new Paragraph(when);
            due.addClassName("row-sub");
            line.add(due);
        }
        says(promise, line);
        return line;
    }

    String when(Floor.Leg leg) {
        var said = new java.util.ArrayList<String>();
        if (leg.dueBy() != null && leg.status() != LegStatus.CONFIRMED) {
            said.add(words.of("floor.leg.due-by", words.minute(leg.dueBy())));
        }
        if (leg.on() != null) {
            said.add(words.of("floor.leg.said-on", leg.on()));
        }
        if (!leg.asked().isEmpty()) {
            said.add(words.counted("floor.leg.asked", leg.asked().size()));
        }
        return String.join(" · ", said);
    }

    void says(Floor.Promise promise, Div into) {
        if (acting == null) {
            return;
        }
        var actions = row("card-actions");
        if (promise.trade().status() == TradeStatus.AGREED) {
            switch (promise.leg().status()) {
                case OWED -> actions.add(say(promise, LegForm.Said.DELIVERED), say(promise, LegForm.Said.DISPUTED));
                case DELIVERED ->
                    actions.add(say(promise, LegForm.Said.CONFIRMED), say(promise, LegForm.Said.DISPUTED));
                case DISPUTED -> actions.add(say(promise, LegForm.Said.RESOLVED));
                case PROPOSED, CONFIRMED, RELEASED -> {
                    // nothing more can be said of it
                }
            }
        }
        if (promise.leg().on() != null || promise.leg().status() == LegStatus.DISPUTED) {
            var written = button(words.of("floor.leg.written"), () -> acting.written(promise));
            written.addThemeVariants(ButtonVariant.TERTIARY);
            actions.add(written);
        }
        if (actions.getComponentCount() > 0) {
            into.add(actions);
        }
    }

    private Button say(Floor.Promise promise, LegForm.Said said) {
        var acts = java.util.Objects.requireNonNull(acting);
        return button(words.of("floor.leg.say." + said.name()), () -> acts.say(promise, said));
    }

    Component action(Floor.Action action, boolean overdue) {
        var progress = action.progress();
        var chips = row(
                "chips",
                chip(
                        words.of("floor.progress." + (progress == null ? "NONE" : progress.name())),
                        action.isEnded() ? "over" : progress == null ? "plain" : "running"));
        if (overdue) {
            chips.add(chip(words.of("floor.leg.overdue"), "needs-person"));
        }
        var head = row("row-main", new Span(action.title().in(words.locale())), chips);
        var sub = new Paragraph(words.names(action.organizations()) + " · "
                + words.of("floor.leg.due-by", action.dueBy())
                + (action.reportedOn() == null ? "" : " · " + words.of("floor.action.reported", action.reportedOn())));
        sub.addClassName("row-sub");
        var line = new Div(head, sub);
        line.setId("action-" + action.id());
        line.addClassName("trade-line");
        if (acting != null && !action.isEnded()) {
            line.add(row("card-actions", button(words.of("floor.action.report"), () -> acting.report(action))));
        }
        return line;
    }

    Component pair(Floor.Pair pair, boolean met) {
        var what = pair.gives() && pair.takes()
                ? "floor.pair.both"
                : pair.gives() || pair.takes() ? "floor.pair.one" : "floor.pair.none";
        var head = row(
                "row-main",
                new Span(words.of("floor.pair", words.name(pair.one()), words.name(pair.other()))),
                met
                        ? chip(words.of("floor.pair.met"), "running")
                        : chip(words.of("floor.pair.round", pair.round()), "plain"));
        var sub = new Paragraph(words.of(what));
        sub.addClassName("row-sub");
        var line = new Div(head, sub);
        line.addClassName("trade-line");
        if (acting != null && !met) {
            line.add(row("card-actions", button(words.of("floor.pair.say-met"), () -> acting.met(pair))));
        }
        return line;
    }
}
