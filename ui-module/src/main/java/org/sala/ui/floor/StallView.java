package org.sala.ui.floor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.ports.Role;
import org.sala.ui.language.FromText;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.SignedIn;

/** One organisation's stall: what it offers and needs, what it trades, and what is promised to it and by it. */
@Route(value = "summits/:summit/floor/stalls/:organization", layout = Shell.class)
@RolesAllowed({"STAFF", "FACILITATOR"})
class StallView extends FloorPage {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Acting acting;
    private final Anchor back = new Anchor();
    private final H1 title = new H1();
    private final Button post = new Button();
    private final Button voice = new Button();
    private final Cards<Floor.Offer> offers =
            new Cards<>("floor-offers", Floor.Offer::id, each -> drawn().offer(each, true));
    private final Cards<Floor.Need> needs =
            new Cards<>("floor-needs", Floor.Need::id, each -> drawn().need(each, true));
    private final Cards<Floor.Promise> gives =
            new Cards<>("floor-promises", each -> each.trade().id(), each -> drawn().promise(each));
    private final Cards<Floor.Promise> gets =
            new Cards<>("floor-promises", each -> each.trade().id(), each -> drawn().promise(each));
    private final Cards<Floor.Trade> trades = new Cards<>("floor-trades", Floor.Trade::id, each -> drawn().trade(each));
    private final H2 offersTitle = new H2();
    private final H2 needsTitle = new H2();
    private final H2 givesTitle = new H2();
    private final H2 getsTitle = new H2();
    private final H2 tradesTitle = new H2();

    private transient @Nullable UUID organization;

    StallView(Summits summits, Floors floors, SignedIn signedIn, Dealing dealing, Clock clock) {
        super(summits, floors, clock);
        acting = signedIn.account().isAnyOf(Role.STAFF) ? new Acting(this, dealing) : null;
        addClassNames("place", "floor", "stall");
        back.getElement().setAttribute("router-link", true);
        post.setId("stall-post");
        voice.setId("stall-voice");
        if (acting != null) {
            post.addClickListener(click -> acting.post(organization));
            voice.addClickListener(click -> acting.voice(organization));
        }
        var ways = new Div(post, voice);
        ways.addClassName("actions");
        var head = new Div(new Div(back, title), ways);
        head.addClassName("place-head");
        var body = new Div(
                part("offers", offersTitle, offers),
                part("needs", needsTitle, needs),
                part("gives", givesTitle, gives),
                part("gets", getsTitle, gets),
                part("trades", tradesTitle, trades));
        body.addClassName("stall-parts");
        add(head, answer(), body);
    }

    private static Section part(String name, H2 title, Cards<?> cards) {
        var part = new Section(title, cards);
        part.addClassNames("tile", "area-" + name);
        part.setId("stall-" + name);
        return part;
    }

    private Drawn drawn() {
        return new Drawn(summit().id(), words(), now(), acting);
    }

    @Override
    protected boolean enter(BeforeEnterEvent event, Floor floor) {
        organization = event.getRouteParameters()
                .get("organization")
                .flatMap(FromText::id)
                .filter(id -> floor.names().containsKey(id))
                .orElse(null);
        return organization != null;
    }

    @Override
    protected void draw() {
        var of = organization;
        if (of == null) {
            return;
        }
        var words = words();
        var floor = floor();
        var now = now();
        back.setHref(Place.FLOOR.path(summit().id()));
        back.setText(words.of("floor.back"));
        title.setText(words.name(of));
        post.setText(words.of("floor.offer.post"));
        voice.setText(words.of("floor.need.voice"));
        post.setVisible(acting != null);
        voice.setVisible(acting != null);
        offersTitle.setText(words.of("floor.offers"));
        needsTitle.setText(words.of("floor.needs"));
        givesTitle.setText(words.of("floor.stall.gives"));
        getsTitle.setText(words.of("floor.stall.gets"));
        tradesTitle.setText(words.of("floor.trades"));
        var all = words.of("floor.show-all");
        var around = List.of(words.locale(), floor.names(), floor.titles(), floor.categories());
        offers.show(
                floor.offers().stream()
                        .filter(each -> each.organization().equals(of))
                        .sorted(java.util.Comparator.comparing(each -> !each.isOpen(now)))
                        .toList(),
                around,
                words.of("floor.stall.offers.empty"),
                all);
        needs.show(
                floor.needs().stream()
                        .filter(each -> each.organization().equals(of))
                        .sorted(java.util.Comparator.comparing(Floor.Need::state))
                        .toList(),
                around,
                words.of("floor.stall.needs.empty"),
                all);
        var promises = floor.promises(now);
        gives.show(
                promises.stream().filter(each -> each.leg().giver().equals(of)).toList(),
                around,
                words.of("floor.stall.gives.empty"),
                all);
        gets.show(
                promises.stream()
                        .filter(each -> each.leg().receiver().equals(of))
                        .toList(),
                around,
                words.of("floor.stall.gets.empty"),
                all);
        trades.show(
                floor.trades().stream().filter(each -> each.isOf(of)).toList(),
                around,
                words.of("floor.trades.empty"),
                all);
    }

    @Override
    public String getPageTitle() {
        return organization == null ? super.getPageTitle() : words().name(organization) + " · " + super.getPageTitle();
    }
}
