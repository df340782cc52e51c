package org.sala.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sala.eventing.Commands;
import org.sala.eventing.Erasures;
import org.sala.registration.api.DataKind;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationCommand.ForgetPersonalData;
import org.sala.registration.api.RegistrationQueries.Retained;
import org.sala.registration.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets each kind of data when its time has come, and says beforehand what will go (decision 0056). What is held is
 * what there still are keys for: nobody's book could be further from the truth.
 */
final class Retention {

    private static final Commands.Origin ORIGIN = new Commands.Origin("policy:retention", null, null, null);

    private final JdbcClient database;
    private final Erasures erasures;
    private final RetentionRules rules;
    private final Clock clock;

    Retention(JdbcClient database, Erasures erasures, RetentionRules rules, Clock clock) {
        this.database = database;
        this.erasures = erasures;
        this.rules = rules;
        this.clock = clock;
    }

    /** What of a summit's people will go; empty where there is no such summit. */
    Optional<List<Retained>> of(SummitId summit) {
        return since(summit).map(since -> {
            var people = people(summit.value());
            return Arrays.stream(DataKind.values())
                    .map(kind -> new Retained(
                            kind,
                            rules.keptFor(kind),
                            rules.until(kind, since),
                            held(people, kind).size()))
                    .filter(line -> line.people() > 0)
                    .toList();
        });
    }

    /**
     * Asks for all that is due to be forgotten. What was asked for before and isn't carried out yet is asked for again,
     * which changes nothing.
     *
     * @return for how many persons and kinds
     */
    int carryOut(Commands commands) {
        var now = clock.instant();
        var asked = 0;
        for (var summit : summits()) {
            var due = Arrays.stream(DataKind.values())
                    .filter(kind -> !now.isBefore(rules.until(kind, summit.since())))
                    .collect(Collectors.toSet());
            if (!due.isEmpty()) {
                var people = people(summit.id());
                for (var command : due.contains(DataKind.ATTENDANCE)
                        ? held(people, DataKind.ATTENDANCE).stream()
                                .<RegistrationCommand>map(EraseParticipant::new)
                                .toList()
                        : toForget(due, people)) {
                    commands.send(command, ORIGIN);
                    asked++;
                }
            }
        }
        return asked;
    }

    private List<RegistrationCommand> toForget(Set<DataKind> due, List<String> people) {
        return due.stream()
                .flatMap(kind -> held(people, kind).stream()
                        .<RegistrationCommand>map(each -> new ForgetPersonalData(each, kind)))
                .toList();
    }

    private List<ParticipantId> held(List<String> people, DataKind kind) {
        var held = kind == DataKind.ATTENDANCE ? erasures.held(people) : erasures.held(people, kind.name());
        return held.stream().map(id -> new ParticipantId(UUID.fromString(id))).toList();
    }

    private record SummitSince(UUID id, Instant since) {}

    private List<SummitSince> summits() {
        return database.sql("select summit, since from retention_summit order by summit")
                .query((row, n) -> new SummitSince(
                        row.getObject("summit", UUID.class),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Optional<Instant> since(SummitId summit) {
        return summits().stream()
                .filter(each -> each.id().equals(summit.value()))
                .map(SummitSince::since)
                .findFirst();
    }

    private List<String> people(UUID summit) {
        return database.sql("select participant from retention_person where summit = :summit order by participant")
                .param("summit", summit)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
