package org.sala.registration.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.ScanDirection;
import org.sala.registration.api.ScanId;
import org.sala.registration.api.SummitId;

/**
 * Somebody saw a person come or leave. Two that are equal are one, which arrived twice.
 *
 * @param scan the scan of a device; absent where somebody at a desk said so
 */
public record Sighting(
        @Nullable ScanId scan,
        SummitId summit,
        ScanDirection direction,
        int day,
        AttendanceMode mode,
        Instant occurredAt)
        implements Comparable<Sighting> {

    private static final Comparator<ScanId> SCANS = Comparator.comparing(ScanId::device)
            .thenComparingLong(ScanId::sequence)
            .thenComparing(ScanId::nonce);

    private static final Comparator<Sighting> ORDER = Comparator.comparing(Sighting::occurredAt)
            .thenComparing(Sighting::scan, Comparator.nullsFirst(SCANS))
            .thenComparing(Sighting::direction)
            .thenComparingInt(Sighting::day)
            .thenComparing(Sighting::mode)
            .thenComparing(sighting -> sighting.summit().value());

    static Sighting of(RecordScan command) {
        return new Sighting(
                command.scan(),
                command.summit(),
                command.direction(),
                command.day(),
                command.mode(),
                command.occurredAt());
    }

    Place place() {
        return new Place(day, mode);
    }

    /** As it happened, with what is left to chance at the end. */
    @Override
    public int compareTo(Sighting other) {
        return ORDER.compare(this, other);
    }

    /** Whether another says the same, but for what a clock that was set in between may say. */
    boolean saysTheSameAs(Sighting other) {
        return summit.equals(other.summit)
                && direction == other.direction
                && place().equals(other.place())
                && Duration.between(occurredAt, other.occurredAt).abs().compareTo(Clocks.APART) <= 0;
    }

    /** What tells it from every other of the same person, as text. */
    String key() {
        var of = scan == null ? "desk" : scan.device() + "|" + scan.sequence() + "|" + scan.nonce();
        return String.join(
                "|",
                of,
                summit.toString(),
                direction.name(),
                Integer.toString(day),
                mode.name(),
                occurredAt.toString());
    }

    /** The same, told apart from every other person's where it was seen at a desk, which has no scan. */
    Sighting of(ParticipantId participant) {
        return scan != null
                ? this
                : new Sighting(
                        new ScanId(participant.value(), 1, Names.uuid(participant + "|" + key())),
                        summit,
                        direction,
                        day,
                        mode,
                        occurredAt);
    }
}
