package org.sala.ui.lists;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.ParticipantRole;
import org.sala.sheets.Cell;
import org.sala.sheets.Row;
import org.sala.sheets.Texts;
import org.sala.ui.language.ProvinceNames;
import org.sala.ui.lists.Field.Meaning;
import org.sala.ui.lists.Remark.What;
import org.sala.ui.lists.Vocabulary.Answer;

/** Reads what each row of a list says of a person. Pure: the same row always says the same. */
final class PeopleReader {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ]{5,18}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,190}\\.[^\\s@<>\".]{2,63}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s.\\-\u2010-\u2015()\u00a0\u200b]+");
    private static final Pattern BETWEEN_PHONES = Pattern.compile("[/;,|]|\\bor\\b|ឬ");
    private static final Pattern BETWEEN_DAYS =
            Pattern.compile("[,;|\\n&+\u104b]|(?<![0-9])/|/(?![0-9])|\\band\\b|និង");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,2}(?:\\s+[0-9]{1,2})*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s/()|,]+");
    private static final int LONGEST_NAME = 120;
    private static final int OLDEST = 120;

    private final Mapping mapping;
    private final Rules rules;
    private final Defaults defaults;

    PeopleReader(Mapping mapping, Rules rules, Defaults defaults) {
        this.mapping = mapping;
        this.rules = rules;
        this.defaults = defaults;
    }

    Entry read(Row row) {
        return new Reading(row).entry();
    }

    /** One row. */
    private final class Reading {

        private final Row row;
        private final List<Remark> remarks = new ArrayList<>();
        private final StringBuilder km = new StringBuilder();
        private final StringBuilder latin = new StringBuilder();

        Reading(Row row) {
            this.row = row;
        }

        Entry entry() {
            for (var field : mapping.columns().keySet()) {
                var cell = mapping.cell(row, field);
                if (cell.kind() == Cell.Kind.ERROR) {
                    remarks.add(Remark.at(What.CELL_BROKEN, cell.reference()));
                }
            }
            name();
            var phone = phone();
            var email = email();
            if (phone.isEmpty() && email.isEmpty() && remarks.stream().noneMatch(Reading::isOfContact)) {
                remarks.add(Remark.at(What.CONTACT_MISSING, place(Meaning.PHONE, Meaning.EMAIL)));
            }
            var spokenOf = new TreeSet<Integer>();
            var days = days(spokenOf);
            var asked = EnumSet.noneOf(Consent.class);
            var consents = consents(asked);
            return new Entry(
                    row.number(),
                    text(km),
                    text(latin),
                    phone,
                    email,
                    organization(),
                    meaning(Meaning.ORGANIZATION_KIND, OrganizationKind.class, What.KIND_UNREADABLE),
                    size(),
                    province(),
                    meaning(Meaning.ROLE, ParticipantRole.class, What.ROLE_UNREADABLE),
                    meaning(Meaning.GENDER, Gender.class, What.GENDER_UNREADABLE),
                    age(),
                    disability(),
                    meaning(Meaning.LANGUAGE, Language.class, What.LANGUAGE_UNREADABLE),
                    days,
                    Set.copyOf(spokenOf),
                    consents,
                    asked,
                    List.copyOf(remarks),
                    places());
        }

        private static boolean isOfContact(Remark remark) {
            return remark.what() == What.PHONE_UNREADABLE || remark.what() == What.EMAIL_UNREADABLE;
        }

        private Map<Field, String> places() {
            var places = new HashMap<Field, String>();
            mapping.columns()
                    .keySet()
                    .forEach(field -> places.put(field, mapping.cell(row, field).reference()));
            return Map.copyOf(places);
        }

        private String place(Meaning... meanings) {
            for (var meaning : meanings) {
                var place = mapping.place(row, meaning);
                if (!place.isEmpty()) {
                    return place;
                }
            }
            return "";
        }

        private String text(Meaning meaning) {
            var cell = mapping.cell(row, meaning);
            return cell.kind() == Cell.Kind.ERROR ? "" : cell.text();
        }

        private static Optional<String> text(StringBuilder made) {
            return made.isEmpty() ? Optional.empty() : Optional.of(made.toString());
        }

        /** By its letters, whichever column it is in, but for what a column says of itself. */
        private void name() {
            add(text(Meaning.NAME_KM), true);
            add(text(Meaning.NAME_LATIN), false);
            deal(text(Meaning.NAME));
            deal(text(Meaning.FAMILY_NAME));
            deal(text(Meaning.GIVEN_NAME));
            if (km.isEmpty() && latin.isEmpty()) {
                remarks.add(Remark.at(
                        What.NAME_MISSING,
                        place(Meaning.NAME, Meaning.NAME_KM, Meaning.NAME_LATIN, Meaning.FAMILY_NAME)));
            } else if (km.length() > LONGEST_NAME || latin.length() > LONGEST_NAME) {
                remarks.add(Remark.at(
                        What.NAME_UNREADABLE,
                        place(Meaning.NAME, Meaning.NAME_KM, Meaning.NAME_LATIN, Meaning.FAMILY_NAME)));
            }
        }

        private void add(String text, boolean khmer) {
            var line = text.replaceAll("\\s+", " ").strip();
            if (!line.isEmpty()) {
                // a column for Khmer names that has a Latin one is not believed
                (khmer && isKhmer(line) ? km : latin).append(line);
            }
        }

        private void deal(String text) {
            if (text.isEmpty()) {
                return;
            }
            for (var word : BETWEEN_NAMES.split(text, -1)) {
                if (!word.isEmpty()) {
                    var into = isKhmer(word) ? km : latin;
                    into.append(into.isEmpty() ? "" : " ").append(word);
                }
            }
        }

        private static boolean isKhmer(String text) {
            return text.codePoints()
                    .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.KHMER);
        }

        /** The first of several numbers; with the zero that a spreadsheet took away. */
        private Optional<String> phone() {
            var written = text(Meaning.PHONE);
            if (written.isEmpty()) {
                return Optional.empty();
            }
            var first = BETWEEN_PHONES
                    .split(Texts.withLatinDigits(written).replaceFirst("(?i)^(?:tel|phone)[:. ]*", ""), 2)[0];
            var number = BETWEEN_DIGITS.matcher(first).replaceAll(" ").strip().replaceFirst("^\\+ ", "+");
            var digits = number.replace(" ", "");
            if (digits.matches("[1-9][0-9]{7,8}") && !digits.startsWith("855")) {
                number = "0" + number;
            }
            if (number.length() <= 20 && PHONE.matcher(number).matches()) {
                return Optional.of(number);
            }
            remarks.add(Remark.at(What.PHONE_UNREADABLE, place(Meaning.PHONE)));
            return Optional.empty();
        }

        private Optional<String> email() {
            var written = text(Meaning.EMAIL).replaceFirst("(?i)^mailto:", "");
            if (written.isEmpty()) {
                return Optional.empty();
            }
            if (written.length() <= 254 && EMAIL.matcher(written).matches()) {
                return Optional.of(written);
            }
            remarks.add(Remark.at(What.EMAIL_UNREADABLE, place(Meaning.EMAIL)));
            return Optional.empty();
        }

        private String organization() {
            var written = text(Meaning.ORGANIZATION).replaceAll("\\s+", " ").strip();
            if (written.length() > 200) {
                remarks.add(Remark.at(What.ORGANIZATION_UNKNOWN, place(Meaning.ORGANIZATION)));
                return "";
            }
            return written;
        }

        private <E extends Enum<E>> Optional<E> meaning(Meaning meaning, Class<E> type, What otherwise) {
            var written = text(meaning);
            if (written.isEmpty()) {
                return Optional.empty();
            }
            var meant = Vocabulary.meaning(type, written);
            if (meant.isEmpty()) {
                remarks.add(Remark.at(otherwise, place(meaning)));
            }
            return meant;
        }

        private Optional<OrganizationSize> size() {
            var size = Sizes.read(text(Meaning.ORGANIZATION_SIZE));
            if (size.isEmpty() && !text(Meaning.ORGANIZATION_SIZE).isEmpty()) {
                remarks.add(Remark.at(What.SIZE_UNREADABLE, place(Meaning.ORGANIZATION_SIZE)));
            }
            return size;
        }

        private Optional<String> province() {
            var written = text(Meaning.PROVINCE);
            var code = ProvinceNames.code(written);
            if (code.isEmpty() && !written.isEmpty()) {
                remarks.add(Remark.at(What.PROVINCE_UNREADABLE, place(Meaning.PROVINCE)));
            }
            return code;
        }

        /** A band, a number of years, a year or a date of birth; only the band is kept. */
        private Optional<AgeBand> age() {
            var cell = mapping.cell(row, Meaning.AGE);
            if (cell.isEmpty() || cell.kind() == Cell.Kind.ERROR) {
                return Optional.empty();
            }
            var band = band(Texts.withLatinDigits(cell.text()).strip());
            if (band.isEmpty()) {
                remarks.add(Remark.at(What.AGE_UNREADABLE, cell.reference()));
            }
            return band;
        }

        private Optional<AgeBand> band(String written) {
            var first = rules.days().getFirst().date();
            if (written.matches("[0-9]{1,3}(?: ?(?:years?( old)?|ឆ្នាំ))?")) {
                return band(Integer.parseInt(written.replaceAll("[^0-9]", "")));
            }
            if (written.matches("(?:19|20)[0-9]{2}")) {
                return band(first.getYear() - Integer.parseInt(written));
            }
            var born = date(written);
            return born.isPresent()
                    ? band(Period.between(born.get(), first).getYears())
                    : Vocabulary.meaning(AgeBand.class, written);
        }

        private static Optional<AgeBand> band(int years) {
            if (years < 0 || years > OLDEST) {
                return Optional.empty();
            }
            if (years < 18) {
                return Optional.of(AgeBand.UNDER_18);
            }
            if (years < 30) {
                return Optional.of(AgeBand.FROM_18_TO_29);
            }
            if (years < 45) {
                return Optional.of(AgeBand.FROM_30_TO_44);
            }
            return Optional.of(years < 60 ? AgeBand.FROM_45_TO_59 : AgeBand.FROM_60);
        }

        private Optional<Boolean> disability() {
            var written = text(Meaning.DISABILITY);
            if (written.isEmpty()
                    || Vocabulary.meaning(Gender.class, written).equals(Optional.of(Gender.PREFERS_NOT_TO_SAY))) {
                return Optional.empty();
            }
            var answer = Vocabulary.answer(written);
            if (answer.isEmpty()) {
                remarks.add(Remark.at(What.DISABILITY_UNREADABLE, place(Meaning.DISABILITY)));
            }
            return answer.map(said -> said == Answer.YES);
        }

        private Optional<Map<Integer, AttendanceMode>> days(Set<Integer> spokenOf) {
            var mode = meaning(Meaning.MODE, AttendanceMode.class, What.MODE_UNREADABLE);
            var days = new TreeMap<Integer, AttendanceMode>();
            for (var field : mapping.columns().keySet()) {
                if (field.meaning() == Meaning.DAY) {
                    day(field, mode, days, spokenOf);
                }
            }
            if (mapping.has(Meaning.DAYS)) {
                rules.days().forEach(day -> spokenOf.add(day.number()));
                several(mapping.cell(row, Meaning.DAYS), mode, days);
            }
            if (spokenOf.isEmpty()) {
                return mode.map(said -> {
                    var all = new TreeMap<Integer, AttendanceMode>();
                    defaults.days().forEach(day -> all.put(day, said));
                    return all;
                });
            }
            return Optional.of(days);
        }

        private void day(
                Field field, Optional<AttendanceMode> mode, Map<Integer, AttendanceMode> days, Set<Integer> spokenOf) {
            var cell = mapping.cell(row, field);
            var day = field.day();
            spokenOf.add(day);
            if (cell.isEmpty() || cell.kind() == Cell.Kind.ERROR) {
                return;
            }
            var said = Vocabulary.meaning(AttendanceMode.class, cell.text());
            if (said.isPresent()) {
                days.put(day, said.get());
                return;
            }
            var answer = Vocabulary.answer(cell.text());
            if (answer.isEmpty()) {
                remarks.add(Remark.ofDay(What.MODE_UNREADABLE, cell.reference(), day));
            } else if (answer.get() == Answer.YES) {
                days.put(day, mode.orElseGet(() -> usual(day)));
            }
        }

        private AttendanceMode usual(int day) {
            var chosen = defaults.modes().get(day);
            return chosen != null
                    ? chosen
                    : rules.day(day).map(Rules.Day::usual).orElse(AttendanceMode.IN_PERSON);
        }

        /** One cell for all days: numbers, dates, words with either; each with a mode of its own if it has one. */
        private void several(Cell cell, Optional<AttendanceMode> mode, Map<Integer, AttendanceMode> days) {
            if (cell.isEmpty() || cell.kind() == Cell.Kind.ERROR) {
                return;
            }
            var written = Texts.withLatinDigits(cell.text()).strip();
            if (Vocabulary.isEveryDay(written)) {
                rules.days().forEach(day -> days.put(day.number(), mode.orElseGet(() -> usual(day.number()))));
                return;
            }
            if (cell.kind() == Cell.Kind.NUMBER && !NUMBER.matcher(written).matches()) {
                // 1,3 that a spreadsheet took for a number is not guessed at
                remarks.add(Remark.at(What.DAYS_UNREADABLE, cell.reference()));
                return;
            }
            var parts = NUMBERS.matcher(written).matches()
                    ? List.of(written.split("\\s+", -1))
                    : List.of(BETWEEN_DAYS.split(written, -1));
            for (var part : parts) {
                if (!part.isBlank()) {
                    var day = DayNames.day(part, rules);
                    if (day.isEmpty()) {
                        remarks.add(Remark.at(What.DAYS_UNREADABLE, cell.reference()));
                    } else {
                        var own = Vocabulary.meaning(AttendanceMode.class, DayNames.without(part));
                        days.put(day.get(), own.or(() -> mode).orElseGet(() -> usual(day.get())));
                    }
                }
            }
        }

        private Set<Consent> consents(Set<Consent> asked) {
            var given = EnumSet.noneOf(Consent.class);
            consent(Meaning.CONSENT_DATA, Consent.DATA_USE, given, asked);
            consent(Meaning.CONSENT_PHOTO, Consent.PHOTO, given, asked);
            consent(Meaning.CONSENT_DONOR, Consent.NAME_TO_DONOR, given, asked);
            if (mapping.has(Meaning.CONSENTS)) {
                var written = text(Meaning.CONSENTS);
                var answer = Vocabulary.answer(written);
                if (answer.isPresent()) {
                    // a bare yes is to what is asked of everybody, and to nothing more
                    asked.add(Consent.DATA_USE);
                    if (answer.get() == Answer.YES) {
                        given.add(Consent.DATA_USE);
                    }
                    return given;
                }
                asked.addAll(EnumSet.allOf(Consent.class));
                if (!written.isEmpty()) {
                    for (var part : written.split("[,;|\\n]", -1)) {
                        if (!part.isBlank()) {
                            Vocabulary.meaning(Consent.class, part)
                                    .ifPresentOrElse(
                                            given::add,
                                            () -> remarks.add(
                                                    Remark.at(What.CONSENT_UNREADABLE, place(Meaning.CONSENTS))));
                        }
                    }
                }
            }
            return given;
        }

        private void consent(Meaning meaning, Consent consent, Set<Consent> given, Set<Consent> asked) {
            if (!mapping.has(meaning)) {
                return;
            }
            asked.add(consent);
            var written = text(meaning);
            if (!written.isEmpty()) {
                var answer = Vocabulary.answer(written);
                if (answer.isEmpty()) {
                    remarks.add(Remark.at(What.CONSENT_UNREADABLE, place(meaning)));
                } else if (answer.get() == Answer.YES) {
                    given.add(consent);
                }
            }
        }
    }

    private static Optional<LocalDate> date(String written) {
        return DATE.matcher(written.length() > 10 ? written.substring(0, 10) : written)
                        .matches()
                ? DayNames.date(written)
                : DayNames.european(written);
    }
}
