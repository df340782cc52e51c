package org.sala.ui.desk;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.io.Serial;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;

/** The desk's lists, each with how many wait in it. */
class DeskTabs extends Tabs {

    @Serial
    private static final long serialVersionUID = 1L;

    private final EnumMap<DeskTab, Tab> tabs = new EnumMap<>(DeskTab.class);

    DeskTabs(Consumer<DeskTab> chosen) {
        for (var each : DeskTab.values()) {
            var one = new Tab();
            one.setId("desk-tab-" + each.name().toLowerCase(Locale.ROOT));
            tabs.put(each, one);
            add(one);
        }
        addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                tabs.forEach((each, one) -> {
                    if (one.equals(change.getSelectedTab())) {
                        chosen.accept(each);
                    }
                });
            }
        });
    }

    void open(DeskTab tab) {
        setSelectedTab(tabs.get(tab));
    }

    /** Says how many wait in a list; none is not said. */
    void draw(DeskTab tab, int number, Locale locale) {
        var one = Objects.requireNonNull(tabs.get(tab));
        one.removeAll();
        one.add(new Span(Words.of(locale, "desk.tab." + tab.name())));
        if (number > 0) {
            var count = new Span(Figures.whole(number));
            count.addClassName("desk-count");
            one.add(count);
        }
    }
}
