package org.sala.ui.lists;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.WhenFull;

/**
 * What holds of a whole list, as whoever imports it says: for what the list leaves open, and for what is to happen.
 *
 * @param modes how people take part in a day where the list doesn't say how
 * @param days on which everybody comes where no column speaks of days
 * @param consents what everybody agreed to where no column speaks of it
 * @param taken where they agreed; absent where nobody says so, and then only columns count
 * @param whenFull what becomes of a person for whom no seat is left
 * @param reinstate whether who had cancelled comes after all
 * @param kind with {@code size} and {@code cohort}: of organisations that are enrolled from the list
 */
record Defaults(
        ParticipantRole role,
        Language language,
        Map<Integer, AttendanceMode> modes,
        Set<Integer> days,
        Set<Consent> consents,
        Optional<Taken> taken,
        WhenFull whenFull,
        boolean reinstate,
        OrganizationKind kind,
        OrganizationSize size,
        Cohort cohort) {

    /** Where people agreed, if not in the list. */
    enum Taken {
        PAPER,
        FORM,
        SPOKEN
    }

    Defaults {
        modes = Collections.unmodifiableMap(new TreeMap<>(modes));
        days = Set.copyOf(days);
        consents = consents.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(consents));
    }

    /** What most lists of a summit are meant as; nobody has agreed to anything yet. */
    static Defaults usual(Rules rules) {
        var modes = new TreeMap<Integer, AttendanceMode>();
        rules.days().forEach(day -> modes.put(day.number(), day.usual()));
        return new Defaults(
                ParticipantRole.CSO_MEMBER,
                Language.KM,
                modes,
                modes.keySet(),
                Set.of(),
                Optional.empty(),
                WhenFull.WAIT,
                false,
                OrganizationKind.LOCAL_CSO,
                OrganizationSize.SMALL,
                Cohort.OTHER);
    }
}
