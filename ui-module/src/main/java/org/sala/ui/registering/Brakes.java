package org.sala.ui.registering;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** How much one address may ask. Generous: a whole summit may sit behind one, and register at the same time. */
@Component
final class Brakes {

    private final Brake registering;

    Brakes(InstantSource clock) {
        this.registering = new Brake(60, Duration.ofSeconds(10), clock);
    }

    Brake registering() {
        return registering;
    }
}
