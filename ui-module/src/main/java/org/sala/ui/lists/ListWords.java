package org.sala.ui.lists;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.sheets.Place;
import org.sala.sheets.SheetRefused;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Words;
import org.sala.ui.lists.Remark.What;

/** What lists say, in the reader's words. */
final class ListWords {

    private ListWords() {}

    /** All that is to be said of a row, each with its cell. */
    static String all(List<Remark> remarks, Locale locale) {
        return remarks.stream().map(remark -> one(remark, locale)).collect(Collectors.joining(" · "));
    }

    static String one(Remark remark, Locale locale) {
        var words = words(remark, locale);
        return remark.cell().isEmpty() ? words : remark.cell() + ": " + words;
    }

    private static String words(Remark remark, Locale locale) {
        var details = remark.details();
        if (remark.what() == What.REGISTRATION) {
            var reason = details.get("reason");
            return reason == null
                    ? Words.of(locale, "lists.unasked")
                    : Asking.refusal(new RegistrationRejected(Reason.valueOf(reason), details), locale);
        }
        return Words.of(
                locale,
                "lists.remark." + remark.what().name(),
                details.getOrDefault("day", details.getOrDefault("row", "")));
    }

    static String field(Field field, Locale locale) {
        return field.day() > 0
                ? Words.of(locale, "lists.field.DAY", field.day())
                : Words.of(locale, "lists.field." + field.meaning().name());
    }

    /** Why a file can't be read, and where. */
    static String refusal(SheetRefused.Reason reason, Place place, long largest, Locale locale) {
        var words = Words.of(locale, "lists.file." + reason.name(), largest >> 20);
        return place.reference().isEmpty() ? words : Words.of(locale, "lists.file.at", place.reference(), words);
    }

    static String of(Locale locale, Enum<?> constant) {
        return Words.of(locale, "lists." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }
}
