package org.sala.ui.registering;

import java.time.Duration;
import java.time.InstantSource;
import org.sala.ui.pages.Brake;
import org.springframework.stereotype.Component;

/** How much one address may ask. Generous: a whole summit may sit behind one, and register at the same time. */
@Component
final class Brakes {

    private final Brake registering;
    private final Brake files;

    Brakes(InstantSource clock) {
        this.registering = new Brake(60, Duration.ofSeconds(10), clock);
        this.files = new Brake(30, Duration.ofSeconds(20), clock);
    }

    Brake registering() {
        return registering;
    }

    /** For everything held on somebody, as a file: the whole history is looked through for it. */
    Brake files() {
        return files;
    }
}
