package org.sala.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sala.eventing.Commands;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;

/**
 * Takes in many scans: those of one person in one transaction, people beside each other. Only where one of a person's
 * scans is refused are they decided one by one, so that it keeps none of the others out.
 */
final class ScanBatch {

    /** How many people at once: of the connections that there are, others need some too. */
    private static final int AT_ONCE = 4;

    private final Commands commands;

    ScanBatch(Commands commands) {
        this.commands = commands;
    }

    /** For each scan in order, why it was refused; empty for what is stored. */
    List<Optional<Reason>> record(List<RecordScan> scans, Commands.Origin origin) {
        var ofPeople = new LinkedHashMap<ParticipantId, List<RecordScan>>();
        scans.forEach(scan -> ofPeople.computeIfAbsent(scan.participant(), _ -> new ArrayList<>())
                .add(scan));
        var refused = new ConcurrentHashMap<RecordScan, Reason>();
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var running = new ArrayList<Future<?>>();
            for (var ofPerson : ofPeople.values()) {
                running.add(threads.submit(() -> refused.putAll(refused(ofPerson, origin))));
            }
            running.forEach(ScanBatch::join);
        }
        return scans.stream()
                .map(scan -> Optional.ofNullable(refused.get(scan)))
                .toList();
    }

    private Map<RecordScan, Reason> refused(List<RecordScan> ofPerson, Commands.Origin origin) {
        var person = ofPerson.getFirst().participant();
        if (refusalOf(new RecordScans(person, ofPerson), origin).isEmpty()) {
            return Map.of();
        }
        var refused = new LinkedHashMap<RecordScan, Reason>();
        for (var scan : ofPerson) {
            refusalOf(scan, origin).ifPresent(reason -> refused.put(scan, reason));
        }
        return refused;
    }

    private Optional<Reason> refusalOf(Object command, Commands.Origin origin) {
        try {
            commands.send(command, origin);
            return Optional.empty();
        } catch (RegistrationRejected rejected) {
            return Optional.of(rejected.reason());
        }
    }

    private static void join(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scans were taken in", e);
        }
    }
}
