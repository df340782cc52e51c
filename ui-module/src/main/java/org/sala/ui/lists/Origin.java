package org.sala.ui.lists;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sala.ports.Role;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;
import org.sala.ui.signin.Account;

/**
 * Who took something away, for what, when and from which point of the history.
 *
 * @param at in the summit's zone, to the minute
 * @param position of registration's history that was reached
 */
record Origin(Summit summit, Account account, String purpose, String at, long position) {

    List<List<String>> lines(Locale locale) {
        return List.of(
                List.of(Words.of(locale, "lists.origin.summit"), summit.title().in(locale)),
                List.of(Words.of(locale, "lists.origin.by"), account.id().toString()),
                List.of(
                        Words.of(locale, "lists.origin.role"),
                        account.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" "))),
                List.of(Words.of(locale, "lists.origin.at"), at),
                List.of(Words.of(locale, "lists.origin.purpose"), purpose),
                List.of(Words.of(locale, "lists.origin.position"), "registration " + position));
    }

    String sentence(Locale locale) {
        return Words.of(locale, "lists.paper.made", at, account.id(), purpose, position);
    }
}
