package org.sala.eventing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Makes many small pieces of work into fewer large ones while there is much to do. Whoever takes what there is costs
 * nearly the same for one as for twenty; and where several have come since the last time, more come in the next moment.
 */
public final class Gathering {

    /** One or two are what a quiet hour brings: whoever waits for them waits for nothing more. */
    private static final int SEVERAL = 3;

    private static final Duration MOMENT = Duration.ofMillis(40);

    private Gathering() {}

    /**
     * Lets more come together before the next time, where there is reason to.
     *
     * @param taken how many there were this time
     * @param most how many are taken at once; then the next ones are there already
     */
    public static void after(int taken, int most) throws InterruptedException {
        if (taken >= SEVERAL && taken < most) {
            TimeUnit.NANOSECONDS.sleep(MOMENT.toNanos());
        }
    }
}
