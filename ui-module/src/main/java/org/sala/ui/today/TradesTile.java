package org.sala.ui.today;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;

/** What organisations offer each other, and what they have agreed. */
class TradesTile extends Tile {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Count offers = new Count("offers");
    private final Count proposed = new Count("proposed");
    private final Count agreed = new Count("agreed");
    private final Div pair = new Div(agreed, proposed, offers);
    private final Div none = new Div();

    TradesTile() {
        super("area-trades");
        setId("trades");
        pair.addClassName("counts");
        none.addClassName("quiet");
        add(pair, none);
    }

    /** One number with its name under it. */
    private static final class Count extends Div {

        @Serial
        private static final long serialVersionUID = 1L;

        private final Span number = new Span();
        private final Span name = new Span();
        private final String what;

        Count(String what) {
            this.what = what;
            setId("trades-" + what);
            number.addClassName("big");
            name.addClassName("quiet");
            add(number, name);
        }

        void draw(long value, Locale locale) {
            number.setText(Figures.whole(value));
            name.setText(Words.of(locale, "today.trades." + what));
        }
    }

    void draw(@Nullable Snapshot before, Snapshot now, Locale locale) {
        title(Words.of(locale, "today.trades"));
        var trades = now.trades();
        offers.draw(trades.offers(), locale);
        proposed.draw(trades.proposed(), locale);
        agreed.draw(trades.agreed(), locale);
        var any = trades.offers() + trades.proposed() > 0;
        none.setVisible(!any);
        none.setText(Words.of(locale, "today.trades.empty"));
        if (before != null) {
            glowIf(before.trades().offers() != trades.offers(), offers);
            glowIf(before.trades().proposed() != trades.proposed(), proposed);
            glowIf(before.trades().agreed() != trades.agreed(), agreed);
        }
    }

    private static void glowIf(boolean changed, Count number) {
        if (changed) {
            glow(number);
        }
    }
}
