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
 */
public record IntakeDefinition(String name, Set<String> contexts, EventNames events, List<Projection> projections) {

    public IntakeDefinition {
        contexts = Set.copyOf(contexts);
        projections = List.copyOf(projections);
    }
}
