package org.sala.sessions;

import static org.sala.sessions.DayThree.SUMMIT;
import static org.sala.sessions.DayThree.person;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.sala.personal.Personal;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.SummitDay;

/** What registration tells of a summit of three days, and of people who come on the third. */
final class Facts {

    private Facts() {}

    static SummitAnnounced announced() {
        var seats = Map.of(
                org.sala.registration.api.AttendanceMode.IN_PERSON, 100,
                org.sala.registration.api.AttendanceMode.ONLINE, 100);
        var days = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> new SummitDay(
                        number,
                        LocalDate.of(2022, 6, 5 + number),
                        new BilingualText("ភ្នំពេញ", "Phnom Penh"),
                        seats,
                        SummitDay.Admission.EVERYBODY))
                .toList();
        return new SummitAnnounced(
                new org.sala.registration.api.SummitId(SUMMIT.value()),
                new BilingualText("សន្និសីទ", "Summit"),
                ZoneId.of("Asia/Phnom_Penh"),
                days,
                "2022-05",
                new BilingualText("យល់ព្រម", "Agreed"));
    }

    static ParticipantRegistered registered(int number) {
        return new ParticipantRegistered(
                new org.sala.registration.api.ParticipantId(person(number).value()),
                new org.sala.registration.api.SummitId(SUMMIT.value()),
                null,
                Personal.hidden(Personal.Reason.SEALED),
                Personal.hidden(Personal.Reason.SEALED),
                ParticipantRole.COACH,
                Gender.PREFERS_NOT_TO_SAY,
                AgeBand.PREFERS_NOT_TO_SAY,
                null,
                Language.KM,
                Map.of(3, org.sala.registration.api.AttendanceMode.IN_PERSON),
                Set.of(Consent.DATA_USE),
                "2022-05");
    }
}
