package org.sala.ui.registering;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Consent;
import org.sala.registration.api.DayPlace;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.CancelRegistration;
import org.sala.registration.api.RegistrationCommand.ChangeAttendanceMode;
import org.sala.registration.api.RegistrationCommand.DisclosePersonalData;
import org.sala.registration.api.RegistrationCommand.DropDay;
import org.sala.registration.api.RegistrationCommand.GiveConsent;
import org.sala.registration.api.RegistrationCommand.IssueBadge;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationCommand.ReinstateRegistration;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationCommand.WithdrawConsent;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationQueries.Recorded;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.registration.api.RegistrationQueries.TicketHolder;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.TicketDigest;
import org.sala.registration.api.WhenFull;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands where registration would listen: seats of one summit, people with tickets. Keeps what it was asked, and by
 * whom. How registration decides is tested where it is decided; this is as much of it as a page shows.
 */
final class RegistrationByHand {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final SummitId summit;
    private final Map<ParticipantId, Person> people = new LinkedHashMap<>();
    private final Map<ParticipantId, TicketDigest> tickets = new HashMap<>();
    private final Set<String> disclosures = new HashSet<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<Integer, Map<AttendanceMode, Integer>> seats;
    private volatile boolean away;

    RegistrationByHand(SummitId summit, Map<Integer, Map<AttendanceMode, Integer>> seats) {
        this.summit = summit;
        this.seats = seats;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void stop() {
        server.stop(0);
    }

    /** From now on gives no answer that can be understood. */
    void away(boolean is) {
        away = is;
    }

    /** Commands and questions: who asked by which name. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    synchronized List<Person> people() {
        return List.copyOf(people.values());
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Reason reason;
        private final transient Map<String, String> details;

        Refused(Reason reason, Map<String, String> details) {
            this.reason = reason;
            this.details = details;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var token = JSON.readTree(Base64.getUrlDecoder()
                    .decode(exchange.getRequestHeaders()
                            .getFirst("Authorization")
                            .split("\\.", -1)[1]));
            asked.add(path + " by " + token.get("sub").asString() + " as " + token.get("roles"));
            if (away) {
                send(exchange, 502, "text/plain", "gone");
                return;
            }
            try {
                var told = path.startsWith("/commands/")
                        ? command(path.substring("/commands/".length()), body)
                        : question(path, body);
                send(
                        exchange,
                        told == null ? 204 : 200,
                        "application/json",
                        told == null ? "" : JSON.writeValueAsString(told));
            } catch (Refused refused) {
                send(
                        exchange,
                        409,
                        "application/problem+json",
                        JSON.writeValueAsString(Map.of(
                                "type",
                                "urn:sala:refusal:registration:" + refused.reason,
                                "reason",
                                refused.reason,
                                "details",
                                refused.details)));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        // asked for in any case: an exchange whose body nobody took ends with its connection
        try (var answer = exchange.getResponseBody()) {
            if (bytes.length > 0) {
                answer.write(bytes);
            }
        }
    }

    private synchronized Object question(String path, String body) {
        if (path.equals("/tickets/holder")) {
            var ticket = JSON.readValue(body, TicketDigest.class);
            return tickets.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(ticket))
                    .findFirst()
                    .map(entry -> new TicketHolder(entry.getKey(), summit))
                    .orElseThrow(() -> new Refused(Reason.TICKET_UNKNOWN, Map.of()));
        }
        if (path.contains("/disclosures/")) {
            var parts = path.split("/", -1);
            if (!disclosures.contains(parts[4])) {
                throw new Refused(Reason.DISCLOSURE_UNKNOWN, Map.of());
            }
            var person = known(JSON.convertValue(parts[2], ParticipantId.class));
            return List.of(new Recorded(
                    "registration.participant-registered",
                    Instant.EPOCH,
                    JSON.writeValueAsString(Map.of("name", person.name(), "contact", person.contact()))));
        }
        if (path.startsWith("/participants/")) {
            return known(JSON.convertValue(path.substring("/participants/".length()), ParticipantId.class));
        }
        var counts = new ArrayList<SeatCount>();
        seats.forEach((day, modes) -> modes.forEach((mode, all) ->
                counts.add(new SeatCount(day, mode, all, count(day, mode, false), count(day, mode, true)))));
        return counts;
    }

    private int count(int day, AttendanceMode mode, boolean waiting) {
        return (int) people.values().stream()
                .map(person -> person.days().get(day))
                .filter(place -> place != null && place.mode() == mode && place.waiting() == waiting)
                .count();
    }

    private Person known(ParticipantId participant) {
        var person = people.get(participant);
        if (person == null) {
            throw new Refused(Reason.PARTICIPANT_UNKNOWN, Map.of());
        }
        return person;
    }

    private synchronized @Nullable Object command(String name, String body) {
        switch (name) {
            case "register-participant" -> register(JSON.readValue(body, RegisterParticipant.class));
            case "issue-ticket" -> {
                var command = JSON.readValue(body, IssueTicket.class);
                known(command.participant());
                tickets.put(command.participant(), command.ticket());
            }
            case "disclose-personal-data" -> {
                var command = JSON.readValue(body, DisclosePersonalData.class);
                known(command.participant());
                disclosures.add(command.disclosure().toString());
            }
            case "issue-badge" -> {
                var command = JSON.readValue(body, IssueBadge.class);
                var as = known(command.participant());
                put(
                        as,
                        as.status(),
                        as.days(),
                        as.consents(),
                        "BADGE " + command.badge().toString().toUpperCase(Locale.ROOT));
            }
            case "add-day" -> {
                var command = JSON.readValue(body, AddDay.class);
                var as = known(command.participant());
                place(as, Map.of(command.day(), command.mode()), command.whenFull(), as.consents());
            }
            case "change-attendance-mode" -> {
                var command = JSON.readValue(body, ChangeAttendanceMode.class);
                var as = known(command.participant());
                place(as, Map.of(command.day(), command.mode()), null, as.consents());
            }
            case "drop-day" -> {
                var command = JSON.readValue(body, DropDay.class);
                var as = known(command.participant());
                var days = new TreeMap<>(as.days());
                days.remove(command.day());
                put(as, as.status(), days, as.consents(), as.badge());
            }
            case "cancel-registration" ->
                leave(known(JSON.readValue(body, CancelRegistration.class).participant()));
            case "reinstate-registration" -> {
                var command = JSON.readValue(body, ReinstateRegistration.class);
                place(known(command.participant()), command.days(), command.whenFull(), Set.of(Consent.DATA_USE));
            }
            case "give-consent" -> {
                var command = JSON.readValue(body, GiveConsent.class);
                var as = known(command.participant());
                var consents = EnumSet.copyOf(as.consents());
                consents.add(command.consent());
                put(as, as.status(), as.days(), consents, as.badge());
            }
            case "withdraw-consent" -> {
                var command = JSON.readValue(body, WithdrawConsent.class);
                var as = known(command.participant());
                var consents = EnumSet.noneOf(Consent.class);
                consents.addAll(as.consents());
                consents.remove(command.consent());
                put(as, as.status(), as.days(), consents, as.badge());
                if (command.consent() == Consent.DATA_USE) {
                    leave(known(command.participant()));
                }
            }
            case "revise-participant" -> revise(JSON.readValue(body, ReviseParticipant.class));
            default -> throw new Refused(Reason.NOT_ALLOWED, Map.of());
        }
        return null;
    }

    private void register(RegisterParticipant command) {
        if (people.containsKey(command.participant())) {
            var name = known(command.participant()).name().shown().orElseThrow();
            if (!name.equals(command.name())) {
                throw new Refused(Reason.ID_TAKEN, Map.of());
            }
            return;
        }
        if (people.values().stream()
                .anyMatch(each -> Objects.equals(
                        each.contact().shown().orElseThrow().phone(),
                        command.contact().phone()))) {
            throw new Refused(Reason.CONTACT_TAKEN, Map.of());
        }
        var disability = command.disability();
        place(
                new Person(
                        command.participant(),
                        summit,
                        command.organization(),
                        Personal.of(command.name()),
                        Personal.of(command.contact()),
                        disability == null ? null : Personal.of(disability),
                        command.role(),
                        command.gender(),
                        command.ageBand(),
                        command.language(),
                        Status.REGISTERED,
                        new TreeMap<>(),
                        command.consents(),
                        null,
                        null,
                        null),
                command.days(),
                command.whenFull(),
                command.consents());
    }

    private void place(
            Person as, Map<Integer, AttendanceMode> wanted, @Nullable WhenFull whenFull, Set<Consent> consents) {
        var days = new TreeMap<>(as.days());
        wanted.forEach((day, mode) -> {
            var most = Objects.requireNonNull(
                    Objects.requireNonNull(seats.get(day)).get(mode));
            var waiting = count(day, mode, true);
            var full = count(day, mode, false) >= most || waiting > 0;
            if (full && whenFull != WhenFull.WAIT) {
                throw new Refused(
                        Reason.SEATS_EXHAUSTED, Map.of("day", Integer.toString(day), "seats", Integer.toString(most)));
            }
            days.put(day, new DayPlace(mode, full, Set.of(), full ? waiting + 1 : null));
        });
        put(as, Status.REGISTERED, days, consents, as.badge());
    }

    private void leave(Person as) {
        put(as, Status.CANCELLED, new TreeMap<>(), as.consents(), null);
    }

    private void revise(ReviseParticipant command) {
        var as = known(command.participant());
        var disability = command.disability();
        people.put(
                as.participant(),
                new Person(
                        as.participant(),
                        summit,
                        command.organization(),
                        Personal.of(command.name()),
                        Personal.of(command.contact()),
                        disability == null ? null : Personal.of(disability),
                        command.role(),
                        command.gender(),
                        command.ageBand(),
                        command.language(),
                        as.status(),
                        as.days(),
                        as.consents(),
                        as.badge(),
                        null,
                        null));
    }

    private void put(
            Person as,
            Status status,
            SortedMap<Integer, DayPlace> days,
            Set<Consent> consents,
            @Nullable String badge) {
        people.put(
                as.participant(),
                new Person(
                        as.participant(),
                        summit,
                        as.organization(),
                        as.name(),
                        as.contact(),
                        as.disability(),
                        as.role(),
                        as.gender(),
                        as.ageBand(),
                        as.language(),
                        status,
                        days,
                        consents,
                        badge,
                        null,
                        null));
    }
}
