package org.sala.ui.today;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;

/**
 * One line of what comes in: a fact, or several of the same kind in a row, in words without a person.
 *
 * @param id of the first of its events, by which it is known again when more of the kind come
 * @param wordKey its words in the bundle; {@code .one} or {@code .other} by count
 * @param arguments put into the words from <code>{1}</code> on; <code>{0}</code> is the count
 */
record FeedLine(UUID id, String context, String wordKey, int count, List<Argument> arguments) {

    FeedLine {
        arguments = List.copyOf(arguments);
    }

    /** Something to put into words. */
    sealed interface Argument {
        String in(Locale locale);
    }

    /** A text in both languages. */
    record Both(Summit.Text text) implements Argument {
        @Override
        public String in(Locale locale) {
            return text.in(locale);
        }
    }

    /** Words of the bundle. */
    record Word(String key) implements Argument {
        @Override
        public String in(Locale locale) {
            return Words.of(locale, key);
        }
    }

    /** The same in every language. */
    record Plain(String text) implements Argument {
        @Override
        public String in(Locale locale) {
            return text;
        }
    }

    /** Several, one after the other. */
    record Several(List<Summit.Text> texts, int more) implements Argument {
        Several {
            texts = List.copyOf(texts);
        }

        @Override
        public String in(Locale locale) {
            var separator = Words.of(locale, "today.and");
            var names = String.join(
                    separator, texts.stream().map(text -> text.in(locale)).toList());
            return more == 0 ? names : Words.of(locale, "today.and-more", names, Figures.whole(more));
        }
    }

    String in(Locale locale) {
        var all = new Object[arguments.size() + 1];
        all[0] = Figures.whole(count);
        for (var i = 0; i < arguments.size(); i++) {
            all[i + 1] = arguments.get(i).in(locale);
        }
        return Words.of(locale, wordKey + (count == 1 ? ".one" : ".other"), all);
    }
}
