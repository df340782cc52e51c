package org.sala.ui.stall;

import java.util.List;
import java.util.Map;
import org.sala.marketplace.api.BilingualText;
import org.sala.ui.language.Words;
import org.sala.ui.pages.Typed;
import org.sala.ui.shell.Summit;

/** A text that is typed in two fields, {@code title-km} and {@code title-en}: one is enough, and stands for both then. */
final class InBoth {

    private InBoth() {}

    /** The name of the field in the reader's own language. */
    static String own(String field, Trader trader) {
        return field + (Words.isKhmer(trader.locale()) ? "-km" : "-en");
    }

    static boolean isTyped(Typed typed, String field) {
        return !typed.text(field + "-km").isEmpty()
                || !typed.text(field + "-en").isEmpty();
    }

    static BilingualText read(Typed typed, String field) {
        var km = typed.lines(field + "-km");
        var en = typed.lines(field + "-en");
        return new BilingualText(km.isEmpty() ? en : km, en.isEmpty() ? km : en);
    }

    /** Fills both fields; the reader's own alone where both languages say the same. */
    static void fill(Map<String, List<String>> fields, String field, Summit.Text text, Trader trader) {
        if (text.km().equals(text.en())) {
            fields.put(own(field, trader), List.of(text.km()));
            return;
        }
        fields.put(field + "-km", List.of(text.km()));
        fields.put(field + "-en", List.of(text.en()));
    }
}
