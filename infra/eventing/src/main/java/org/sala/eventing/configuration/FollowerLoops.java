package org.sala.eventing.configuration;

import java.util.List;
import org.sala.eventing.Loop;
import org.sala.eventing.Wakeup;
import org.springframework.context.SmartLifecycle;

/** The loops of a context's own policies, started and stopped together. */
record FollowerLoops(List<Following> followings) implements SmartLifecycle {

    /** One policy's loop and what wakes it. */
    record Following(Loop loop, Wakeup wakeup) {}

    /** Tells every policy that there is more to follow. */
    void wake() {
        followings.forEach(following -> following.wakeup().call());
    }

    @Override
    public void start() {
        followings.forEach(following -> following.loop().start());
    }

    @Override
    public void stop() {
        followings.forEach(following -> following.loop().stop());
    }

    @Override
    public boolean isRunning() {
        return followings.stream().anyMatch(following -> following.loop().isRunning());
    }

    @Override
    public int getPhase() {
        return followings.stream()
                .mapToInt(following -> following.loop().getPhase())
                .findFirst()
                .orElse(0);
    }
}
