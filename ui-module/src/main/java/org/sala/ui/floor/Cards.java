package org.sala.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A list that changes while it is read: what stays the same stays where it is, what changed glows once. Shows some of
 * many, and the rest when asked.
 */
class Cards<T> extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int AT_FIRST = 24;

    private final UnorderedList list = new UnorderedList();
    private final Div none = new Div();
    private final com.vaadin.flow.component.button.Button more = new com.vaadin.flow.component.button.Button();
    private final transient Function<T, UUID> key;
    private final transient Function<T, Component> make;
    private transient Map<UUID, Card> cards = new HashMap<>();
    private transient List<T> items = List.of();
    private transient Object setting = "";
    private boolean all;

    /** What is drawn of an item, and what it was drawn from. */
    private record Card(Object item, ListItem drawn) {}

    Cards(String className, Function<T, UUID> key, Function<T, Component> make) {
        this.key = key;
        this.make = make;
        list.addClassNames("cards", className);
        none.addClassName("quiet");
        more.addClickListener(click -> {
            all = true;
            draw(false);
        });
        add(list, none, more);
    }

    /**
     * Shows these.
     *
     * @param around what else cards are drawn from: where it changed, all are drawn anew, and nothing glows
     * @param empty a sentence where there are none
     */
    void show(List<T> now, Object around, String empty, String showAll) {
        var same = around.equals(setting);
        if (!same) {
            cards = new HashMap<>();
            setting = around;
        }
        items = now;
        none.setText(empty);
        more.setText(showAll);
        draw(same);
    }

    private void draw(boolean isChange) {
        var shown = all ? items : items.subList(0, Math.min(AT_FIRST, items.size()));
        var next = new HashMap<UUID, Card>();
        var order = new ArrayList<Component>();
        for (var item : shown) {
            var id = key.apply(item);
            var before = cards.get(id);
            if (before != null && before.item().equals(item)) {
                before.drawn().removeClassName("glow");
                next.put(id, before);
                order.add(before.drawn());
            } else {
                var drawn = new ListItem(make.apply(item));
                next.put(id, new Card(item, drawn));
                order.add(drawn);
                if (isChange) {
                    drawn.addClassName("glow");
                }
            }
        }
        cards = next;
        if (!list.getChildren().toList().equals(order)) {
            list.removeAll();
            list.add(order);
        }
        list.setVisible(!items.isEmpty());
        none.setVisible(items.isEmpty());
        more.setVisible(shown.size() < items.size());
    }
}
