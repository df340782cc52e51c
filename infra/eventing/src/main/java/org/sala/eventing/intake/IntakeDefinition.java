package org.sala.eventing.intake;

import java.util.List;
import java.util.Set;
import org.sala.eventing.EventNames;

/**
 * What an application takes in, declared as one Spring bean.
 *
 * @param name names the consumer and its stored offsets; never changes
 * @param contexts whose topics are read, such as {@code registration}
 * @param events the types it can decode
 * @param projections what each fact is folded into, in this order
 * @param parkedLimit how many events may be parked before the intake stands still instead
 */
public record IntakeDefinition(
        String name, Set<String> contexts, EventNames events, List<Projection> projections, int parkedLimit) {

    private static final int USUAL_LIMIT = 10_000;

    /** With the usual limit of parked events, 10,000. */
    public IntakeDefinition(String name, Set<String> contexts, EventNames events, List<Projection> projections) {
        this(name, contexts, events, projections, USUAL_LIMIT);
    }

    public IntakeDefinition {
        contexts = Set.copyOf(contexts);
        projections = List.copyOf(projections);
    }
}
