package org.sala.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sala.ports.CommandClient;
import org.sala.ports.PortUnreachable;
import org.sala.ports.Role;
import org.sala.ports.TokenIssuer;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitId;

/** Staff that asks registration over HTTP, again where a busy machine gave no answer: asking again is safe. */
record Asking(RunningLauncher launcher) {

    /** Announces a summit of one day. */
    SummitId announce(String title) throws Exception {
        return announce(title, LocalDate.of(2030, 6, 7));
    }

    SummitId announce(String title, LocalDate date) throws Exception {
        var summit = new SummitId(UUID.randomUUID());
        var day = new SummitDay(
                1,
                date,
                new BilingualText("ភ្នំពេញ", "Phnom Penh"),
                Map.of(AttendanceMode.IN_PERSON, 100),
                SummitDay.Admission.EVERYBODY);
        var announce = new AnnounceSummit(
                summit,
                new BilingualText("សាលា", title),
                ZoneId.of("Asia/Phnom_Penh"),
                List.of(day),
                "2030-01",
                new BilingualText("ការយល់ព្រម", "Consent"));
        var settings = launcher.settings();
        try (var registration = new CommandClient(
                URI.create(settings.ports().url(Application.REGISTRATION)),
                (reason, details) -> new RegistrationRejected(RegistrationRejected.Reason.valueOf(reason), details))) {
            Eventually.holds("registration answers", () -> {
                try {
                    registration.send(announce, token(settings));
                    return true;
                } catch (PortUnreachable noAnswer) {
                    return false;
                }
            });
        }
        return summit;
    }

    private static String token(Settings settings) throws IOException {
        return TokenIssuer.of(Files.newInputStream(settings.secrets().tokensPrivateKey()), Clock.systemUTC())
                .issue(UUID.randomUUID().toString(), Set.of(Role.STAFF));
    }
}
