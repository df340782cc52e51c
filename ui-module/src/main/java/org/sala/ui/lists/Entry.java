package org.sala.ui.lists;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.ParticipantRole;

/**
 * What a row says of a person; what it doesn't say is absent.
 *
 * @param row as a spreadsheet counts them
 * @param km with {@code latin}: the name; both absent where there is none that can be read
 * @param organization as it is written; empty where nothing is
 * @param days how the person takes part, by day; absent where no column speaks of days
 * @param spokenOf the days that columns speak of
 * @param consents what columns say was agreed to
 * @param consentAsked the consents that columns speak of
 * @param remarks what is wrong with it; a row of which nothing is wrong has none
 * @param places cells of fields, for what turns out later
 */
record Entry(
        int row,
        Optional<String> km,
        Optional<String> latin,
        Optional<String> phone,
        Optional<String> email,
        String organization,
        Optional<OrganizationKind> kind,
        Optional<OrganizationSize> size,
        Optional<String> province,
        Optional<ParticipantRole> role,
        Optional<Gender> gender,
        Optional<AgeBand> age,
        Optional<Boolean> disability,
        Optional<Language> language,
        Optional<Map<Integer, AttendanceMode>> days,
        Set<Integer> spokenOf,
        Set<Consent> consents,
        Set<Consent> consentAsked,
        List<Remark> remarks,
        Map<Field, String> places) {

    /** Where a field stands in the list; empty where no column says it. */
    String place(Field.Meaning meaning) {
        return places.getOrDefault(Field.of(meaning), "");
    }

    /** Where the list says whether, or how, somebody comes on a day. */
    String placeOfDay(int day) {
        var own = places.get(Field.day(day));
        if (own != null) {
            return own;
        }
        var all = place(Field.Meaning.DAYS);
        return all.isEmpty() ? place(Field.Meaning.MODE) : all;
    }

    /** Shows nothing of whoever it is. */
    @Override
    public String toString() {
        return "Entry[row " + row + "]";
    }
}
