package org.sala.rehearsal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sala.feedback.api.FeedbackRejected;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.registration.api.RegistrationRejected;
import org.sala.sessions.api.SessionsRejected;

/** One file of a summit, read row by row; what is wrong with a row is noted and the reading goes on. */
final class Sheet {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /**
     * Khmer as Unicode orders it: a base, then what stands under it and shifts it, then a vowel, then signs. Another
     * order may look the same on a screen and is found by no search.
     */
    private static final Pattern KHMER = Pattern.compile(
            "([^\\u1780-\\u17D3\\u17DD]|[\\u1780-\\u17B3]\\u17CC?[\\u17C9\\u17CA]?(\\u17D2[\\u1780-\\u17B3])*"
                    + "[\\u17C9\\u17CA]?[\\u17B6-\\u17C5]?[\\u17C6-\\u17C8\\u17CB-\\u17D1\\u17DD]*)*+");

    private final String file;
    private final List<NamedCsvRecord> records = new ArrayList<>();
    private final List<Fault> faults;

    private Sheet(String file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /**
     * Reads a file whole.
     *
     * @param fields the columns that it must have
     * @param faults where faults are noted
     */
    static Sheet read(String file, Reader text, List<String> fields, List<Fault> faults) throws IOException {
        var sheet = new Sheet(file, faults);
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (var entry : csv) {
                if (sheet.records.isEmpty() && !entry.getHeader().equals(fields)) {
                    faults.add(new Fault(file, 1, "headings", "must be " + String.join(", ", fields)));
                    return sheet;
                }
                sheet.records.add(entry);
            }
        } catch (CsvParseException e) {
            faults.add(new Fault(file, sheet.records.size() + 2L, "line", "is no line of such a table"));
        }
        return sheet;
    }

    /** What each row makes, without those that are faulty. */
    <T> List<T> each(Function<Row, T> made) {
        var all = new ArrayList<T>();
        for (var entry : records) {
            var row = new Row(entry);
            try {
                all.add(made.apply(row));
            } catch (FieldFault e) {
                faults.add(row.fault(e.field, e.problem()));
            } catch (RegistrationRejected e) {
                faults.add(row.malformed(e.details()));
            } catch (SessionsRejected e) {
                faults.add(row.malformed(e.details()));
            } catch (MarketplaceRejected e) {
                faults.add(row.malformed(e.details()));
            } catch (FeedbackRejected e) {
                faults.add(row.malformed(e.details()));
            }
        }
        return all;
    }

    /** A row and its fields. */
    final class Row {

        private final NamedCsvRecord fields;

        private Row(NamedCsvRecord fields) {
            this.fields = fields;
        }

        <C> Line<C> line(String key, Instant at, C command) {
            return new Line<>(file, fields.getStartingLineNumber(), key, at, command);
        }

        private Fault fault(String field, String problem) {
            return new Fault(file, fields.getStartingLineNumber(), field, problem);
        }

        /** The apis name the field that they refuse. */
        private Fault malformed(Map<String, String> details) {
            return fault(details.getOrDefault("field", "line"), "is not of a form that the module takes");
        }

        @Nullable
        String maybe(String field) {
            var value = fields.findField(field).orElse("").strip();
            return value.isEmpty() ? null : value;
        }

        String text(String field) {
            var value = maybe(field);
            if (value == null) {
                throw new FieldFault(field, "is empty");
            }
            return value;
        }

        /** A text in Khmer: it has Khmer letters, put in the one order that equal texts share. */
        String khmer(String field) {
            var value = text(field);
            if (value.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.KHMER)) {
                throw new FieldFault(field, "has no Khmer letter");
            }
            if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
                throw new FieldFault(field, "is not in Unicode's normal form C");
            }
            if (!KHMER.matcher(value).matches()) {
                throw new FieldFault(field, "has marks in an order that Khmer doesn't have");
            }
            return value;
        }

        /** The columns {@code field_km} and {@code field_en}. */
        <T> T both(String field, BiFunction<String, String, T> made) {
            return made.apply(khmer(field + "_km"), text(field + "_en"));
        }

        int number(String field) {
            try {
                return Integer.parseInt(text(field));
            } catch (NumberFormatException e) {
                throw new FieldFault(field, "is no number");
            }
        }

        /** {@code yes}, {@code no}, or nothing. */
        @Nullable
        Boolean yesOrNo(String field) {
            var value = maybe(field);
            if (value == null) {
                return null;
            }
            return switch (value) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw new FieldFault(field, "is neither yes nor no");
            };
        }

        <E extends Enum<E>> E one(String field, Class<E> type) {
            return parse(field, text(field), type);
        }

        <E extends Enum<E>> @Nullable E maybeOne(String field, Class<E> type) {
            var value = maybe(field);
            return value == null ? null : parse(field, value, type);
        }

        <E extends Enum<E>> Set<E> some(String field, Class<E> type) {
            var all = EnumSet.noneOf(type);
            list(field).forEach(value -> all.add(parse(field, value, type)));
            return all;
        }

        private <E extends Enum<E>> E parse(String field, String value, Class<E> type) {
            try {
                return Enum.valueOf(type, value);
            } catch (IllegalArgumentException e) {
                throw new FieldFault(field, "is none of " + Arrays.toString(type.getEnumConstants()));
            }
        }

        List<String> list(String field) {
            var value = maybe(field);
            return value == null
                    ? List.of()
                    : Arrays.stream(value.split(";", -1)).map(String::strip).toList();
        }

        LocalDate date(String field) {
            return time(field, LocalDate::parse);
        }

        LocalTime timeOfDay(String field) {
            return time(field, LocalTime::parse);
        }

        Instant moment(String field, ZoneId zone) {
            return time(
                    field,
                    value -> LocalDateTime.parse(value, MOMENT).atZone(zone).toInstant());
        }

        ZoneId zone(String field) {
            return time(field, ZoneId::of);
        }

        private <T> T time(String field, Function<String, T> parsed) {
            try {
                return parsed.apply(text(field));
            } catch (DateTimeException e) {
                throw new FieldFault(field, "is no date or time as the others are");
            }
        }

        /** What the field's key stands for in another file. */
        <T> T known(String field, Map<String, T> all, String where) {
            return known(field, text(field), all, where);
        }

        /** What the field's keys stand for in another file. */
        <T> List<T> allKnown(String field, Map<String, T> all, String where) {
            return list(field).stream()
                    .map(key -> known(field, key, all, where))
                    .toList();
        }

        <T> T known(String field, String key, Map<String, T> all, String where) {
            var found = all.get(key);
            if (found == null) {
                throw new FieldFault(field, "is no key in " + where);
            }
            return found;
        }

        FieldFault faulty(String field, String problem) {
            return new FieldFault(field, problem);
        }
    }

    /** A field can't be read. */
    static final class FieldFault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final String problem;

        private FieldFault(String field, String problem) {
            super(field + " " + problem);
            this.field = field;
            this.problem = problem;
        }

        private String problem() {
            return problem;
        }
    }
}
