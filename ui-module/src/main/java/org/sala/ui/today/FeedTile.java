package org.sala.ui.today;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.Serial;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.ui.language.Words;

/**
 * What comes in, in words. A new line is put above the others and the rest stay the elements they are, so that
 * whoever has scrolled down keeps their place.
 */
class FeedTile extends Tile {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Div none = new Div();
    private final UnorderedList list = new UnorderedList();
    private final transient Map<UUID, ListItem> items = new HashMap<>();
    private transient List<FeedLine> shown = List.of();

    FeedTile() {
        super("area-feed");
        setId("feed");
        list.addClassNames("rows", "feed");
        list.getElement().setAttribute("tabindex", "0");
        none.addClassName("quiet");
        add(none, list);
    }

    void draw(@Nullable Snapshot before, Snapshot now, Locale locale) {
        title(Words.of(locale, "today.feed"));
        none.setText(Words.of(locale, "today.feed.empty"));
        none.setVisible(now.feed().isEmpty());
        list.setVisible(!now.feed().isEmpty());
        list.getElement().setAttribute("aria-label", Words.of(locale, "today.feed"));
        if (before == null) {
            all(now.feed(), locale);
        } else {
            changes(now.feed(), locale);
        }
        shown = now.feed();
    }

    private void all(List<FeedLine> lines, Locale locale) {
        list.removeAll();
        items.clear();
        for (var line : lines) {
            var item = item(line, locale);
            items.put(line.id(), item);
            list.add(item);
        }
    }

    private void changes(List<FeedLine> lines, Locale locale) {
        var kept = lines.stream().map(FeedLine::id).toList();
        for (var line : shown) {
            if (!kept.contains(line.id())) {
                var item = items.remove(line.id());
                if (item != null) {
                    list.remove(item);
                }
            }
        }
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var item = items.get(line.id());
            if (item == null) {
                var fresh = item(line, locale);
                items.put(line.id(), fresh);
                list.addComponentAtIndex(i, fresh);
                glow(fresh);
                continue;
            }
            if (list.indexOf(item) != i) {
                list.addComponentAtIndex(i, item);
            }
            if (!shown.contains(line)) {
                fill(item, line, locale);
                glow(item);
            }
        }
    }

    private static ListItem item(FeedLine line, Locale locale) {
        var item = new ListItem();
        fill(item, line, locale);
        return item;
    }

    private static void fill(ListItem item, FeedLine line, Locale locale) {
        item.removeAll();
        var context = new Span(Words.of(locale, "today.context." + line.context()));
        context.addClassName("row-sub");
        var words = new Span(line.in(locale));
        var main = new Div(words, context);
        main.addClassName("row-main");
        item.add(main);
    }
}
