package org.sala.eventing.configuration;

import java.util.List;
import org.sala.eventing.Loop;
import org.springframework.context.SmartLifecycle;

/** The loops of a context's own policies, started and stopped together. */
record FollowerLoops(List<Loop> loops) implements SmartLifecycle {

    @Override
    public void start() {
        loops.forEach(Loop::start);
    }

    @Override
    public void stop() {
        loops.forEach(Loop::stop);
    }

    @Override
    public boolean isRunning() {
        return loops.stream().anyMatch(Loop::isRunning);
    }

    @Override
    public int getPhase() {
        return EventSourcingAutoConfiguration.PHASE;
    }
}
