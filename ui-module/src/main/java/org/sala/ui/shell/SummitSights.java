package org.sala.ui.shell;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * One sight of a summit, the same for everybody who looks at it.
 *
 * @param <T> what is seen; equal values look the same
 */
public interface SummitSights<T> {

    /** What is seen now. */
    T now(UUID summit);

    /** Tells of every change of it, on a thread of its own, until what is returned is run. */
    Runnable watch(UUID summit, Consumer<T> watcher);
}
