package org.sala.rehearsal;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A summit's files can't be played; the message has every fault on a line of its own. */
public final class FaultySummit extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    FaultySummit(String summit, List<Fault> faults) {
        super(faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n  ", "The files of " + summit + " have faults:\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
