package org.sala.registration.door;

import java.util.Comparator;
import org.sala.registration.api.AttendanceMode;

/** Where one can be: a day of the summit, in a mode. */
public record Place(int day, AttendanceMode mode) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::day).thenComparing(Place::mode);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
