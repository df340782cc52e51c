package org.sala.ui.lists;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sala.sheets.Headings;
import org.sala.ui.lists.Choices.ListKind;
import org.sala.ui.lists.Field.Meaning;

/** What the columns of a list are likely to say, for a person to look over. */
final class HeadingGuess {

    private static final double LIKELY = 0.62;

    private static final Set<Meaning> OF_ORGANIZATIONS = EnumSet.of(
            Meaning.NAME,
            Meaning.NAME_KM,
            Meaning.NAME_LATIN,
            Meaning.ORGANIZATION_KIND,
            Meaning.ORGANIZATION_SIZE,
            Meaning.PROVINCE,
            Meaning.COHORT,
            Meaning.LANGUAGE,
            Meaning.SECTORS);

    private static final Set<Meaning> NAMES = EnumSet.of(Meaning.NAME, Meaning.NAME_LATIN);

    private HeadingGuess() {}

    /** What a column of such a list can say. */
    static List<Field> fields(ListKind kind, Rules rules) {
        var fields = new ArrayList<Field>();
        for (var meaning : Meaning.values()) {
            if (meaning == Meaning.DAY) {
                if (kind == ListKind.PEOPLE) {
                    rules.days().forEach(day -> fields.add(Field.day(day.number())));
                }
            } else if (isOf(kind, meaning)) {
                fields.add(Field.of(meaning));
            }
        }
        return fields;
    }

    private static boolean isOf(ListKind kind, Meaning meaning) {
        return switch (kind) {
            case PEOPLE -> meaning != Meaning.COHORT && meaning != Meaning.SECTORS;
            case ORGANIZATIONS -> OF_ORGANIZATIONS.contains(meaning);
        };
    }

    /** A list is of people where it has a way to reach them. */
    static ListKind kind(List<String> headings, Rules rules) {
        var guess = guess(ListKind.PEOPLE, headings, rules).columns().keySet();
        return guess.contains(Field.of(Meaning.PHONE)) || guess.contains(Field.of(Meaning.EMAIL)) || guess.isEmpty()
                ? ListKind.PEOPLE
                : ListKind.ORGANIZATIONS;
    }

    static Mapping guess(ListKind kind, List<String> headings, Rules rules) {
        var names = new LinkedHashMap<Field, List<String>>();
        for (var field : fields(kind, rules)) {
            names.put(
                    field,
                    field.meaning() == Meaning.DAY
                            ? rules.day(field.day()).map(DayNames::headings).orElse(List.of())
                            : headings(kind, field.meaning()));
        }
        var columns = new TreeMap<Field, Integer>();
        Headings.guess(headings, names).forEach((field, guess) -> {
            if (guess.score() >= LIKELY) {
                columns.put(field, guess.column());
            }
        });
        return new Mapping(columns);
    }

    private static List<String> headings(ListKind kind, Meaning meaning) {
        if (kind == ListKind.PEOPLE || !NAMES.contains(meaning)) {
            return Vocabulary.headings(meaning.name());
        }
        return meaning == Meaning.NAME_LATIN
                ? Vocabulary.headings("NAME_EN")
                : Vocabulary.headings(Meaning.ORGANIZATION.name());
    }

    /** The same columns, as far as such a list can have them. */
    static Map<Field, Integer> kept(ListKind kind, Rules rules, Map<Field, Integer> columns) {
        var kept = new TreeMap<Field, Integer>(columns);
        kept.keySet().retainAll(fields(kind, rules));
        return kept;
    }
}
