package org.sala.ui.stall;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.ui.language.Words;

/** What is wrong with a form, by field and in the reader's words. */
final class Mistakes {

    private final Map<String, String> found = new LinkedHashMap<>();
    private final Trader trader;

    Mistakes(Trader trader) {
        this.trader = trader;
    }

    /**
     * Notes what is wrong.
     *
     * @param what the end of the key of its words
     */
    void add(String field, String what) {
        found.put(field, Words.of(trader.locale(), "stall.wrong." + what));
    }

    /** Notes that a field is wrong unless that holds. */
    void unless(boolean right, String field, String what) {
        if (!right) {
            add(field, what);
        }
    }

    /** What was read from a field, which is wrong where nothing was. */
    <T> Optional<T> need(Optional<T> read, String field, String what) {
        unless(read.isPresent(), field, what);
        return read;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    Map<String, String> found() {
        return found;
    }
}
