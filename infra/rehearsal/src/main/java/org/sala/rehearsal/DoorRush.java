package org.sala.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sala.ports.CommandClient;
import org.sala.ports.Role;
import org.sala.ports.TokenIssuer;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitId;
import org.sala.rehearsal.RehearsalReport.Durations;
import org.sala.rehearsal.RehearsalReport.Views;

/**
 * A door at rush hour: a summit of one day, today, whose people are registered as fast as can be and then come in at a
 * steady rate. Several desks ask at once; how long somebody waits for a free desk is not in the time of a check-in.
 */
final class DoorRush {

    private static final ZoneId ZONE = ZoneId.of("Asia/Phnom_Penh");
    private static final String CONSENT = "2022-05";
    private static final int DESKS = 8;

    private final Addresses addresses;
    private final Tokens tokens;
    private final Clock clock;
    private final SummitId summit = new SummitId(UUID.randomUUID());

    DoorRush(Addresses addresses, TokenIssuer issuer, Clock clock) {
        this.addresses = addresses;
        this.tokens = new Tokens(issuer, clock);
        this.clock = clock;
    }

    /**
     * What came of a rush.
     *
     * @param registered how long a registration, or the announcement before them, took to be decided, at full speed
     * @param registering how long all of them took
     * @param checkedIn how long a check-in took to be decided, at the asked rate
     * @param checkingIn how long all of them took
     * @param views from a check-in until the ui had stored it
     * @param trouble what came out otherwise than it should, in words; empty where nothing did
     */
    record Came(
            Durations registered,
            Duration registering,
            Durations checkedIn,
            Duration checkingIn,
            Views views,
            List<String> trouble) {

        Came {
            trouble = List.copyOf(trouble);
        }

        String inWords(int perMinute) {
            return """
                    Decided %,d commands that register them in %s: %s
                    Checked in %,d people in %s, asked %,d a minute: %s
                    From check-in to view, stored by the ui: %s
                    %s""".formatted(
                            registered.count(),
                            RehearsalReport.inWords(registering),
                            registered,
                            checkedIn.count(),
                            RehearsalReport.inWords(checkingIn),
                            perMinute,
                            checkedIn,
                            views.taken(),
                            trouble.isEmpty() ? "" : "As it should not be: " + String.join("; ", trouble) + "\n");
        }
    }

    /**
     * Registers people for the asked time, and lets them in.
     *
     * @param perMinute check-ins a minute
     * @param minutes for how long
     */
    Came happen(int perMinute, int minutes) throws InterruptedException {
        var people = new ArrayList<ParticipantId>();
        for (var i = 0; i < perMinute * minutes; i++) {
            people.add(new ParticipantId(UUID.randomUUID()));
        }
        try (var modules = new Modules(addresses);
                var ui = new CommandClient(addresses.ui(), (reason, details) -> new Refused(reason))) {
            var registering = play(registrations(people), Double.POSITIVE_INFINITY, modules);
            var checkingIn = play(checkIns(people, perMinute), 1, modules);
            var trouble = new ArrayList<String>();
            for (var part : List.of(registering, checkingIn)) {
                part.tally().unexpected().forEach((what, times) -> trouble.add(times + " × " + what));
                part.givenUp().ifPresent(trouble::add);
            }
            return new Came(
                    registering.tally().decided(),
                    registering.took(),
                    checkingIn.tally().decided(),
                    checkingIn.took(),
                    new ViewWatch(ui, tokens)
                            .measured(
                                    checkingIn.tally().attempted(),
                                    checkingIn.tally().takenCount()),
                    trouble);
        }
    }

    private record Part(Tally tally, Duration took, Optional<String> givenUp) {}

    private Part play(List<Step> steps, double speed, Modules modules) throws InterruptedException {
        var performance = new Performance("", "", 0, speed, DESKS, false, Duration.ofMinutes(1));
        var player = new Player(steps, modules, tokens, clock, performance);
        var began = System.nanoTime();
        var givenUp = player.play(ZONE, _ -> {});
        return new Part(player.tally(), Duration.ofNanos(System.nanoTime() - began), givenUp);
    }

    private List<Step> registrations(List<ParticipantId> people) {
        var steps = new ArrayList<Step>();
        var text = new BilingualText("ការសាកល្បងនៅមាត់ទ្វារ", "A rush at the door");
        steps.add(step(
                0,
                clock.instant(),
                new AnnounceSummit(
                        summit,
                        text,
                        ZONE,
                        List.of(new SummitDay(
                                1,
                                LocalDate.now(clock.withZone(ZONE)),
                                text,
                                Map.of(AttendanceMode.IN_PERSON, people.size()),
                                SummitDay.Admission.EVERYBODY)),
                        CONSENT,
                        text),
                Set.of()));
        for (var person : people) {
            var number = steps.size();
            steps.add(step(number, clock.instant(), registration(person, number), Set.of(0)));
        }
        return steps;
    }

    private RegisterParticipant registration(ParticipantId person, int number) {
        return new RegisterParticipant(
                person,
                summit,
                null,
                new PersonName(null, "Guest " + number),
                new Contact("+855 10 %06d".formatted(number), null),
                ParticipantRole.COACH,
                Gender.PREFERS_NOT_TO_SAY,
                AgeBand.PREFERS_NOT_TO_SAY,
                null,
                Language.KM,
                Map.of(1, AttendanceMode.IN_PERSON),
                Set.of(Consent.DATA_USE),
                CONSENT);
    }

    private List<Step> checkIns(List<ParticipantId> people, int perMinute) {
        var between = Duration.ofMinutes(1).dividedBy(perMinute);
        var began = clock.instant();
        var steps = new ArrayList<Step>();
        for (var person : people) {
            var number = steps.size();
            steps.add(step(
                    number,
                    began.plus(between.multipliedBy(number)),
                    new CheckInParticipant(person, 1, AttendanceMode.IN_PERSON, began),
                    Set.of()));
        }
        return steps;
    }

    private static Step step(int number, Instant at, Object command, Set<Integer> after) {
        return new Step(number, at, Role.STAFF, command, after, Outcome.taken(), Step.Kind.PLANNED);
    }
}
