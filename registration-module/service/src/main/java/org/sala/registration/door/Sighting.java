package org.sala.registration.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
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

    /**
     * What stands for a scan where somebody at a desk saw it, and it has to be told apart from others elsewhere.
     *
     * @param of whose id it is made with
     */
    ScanId scanOr(UUID of) {
        return scan == null ? new ScanId(of, 1, Names.uuid(of + "|" + key())) : scan;
    }
}
