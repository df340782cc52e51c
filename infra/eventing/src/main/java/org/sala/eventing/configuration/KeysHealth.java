package org.sala.eventing.configuration;

import org.sala.eventing.personal.SubjectKeys;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether what is personal can be read and stored, and of how many persons. */
record KeysHealth(SubjectKeys keys) implements HealthIndicator {

    @Override
    public Health health() {
        var health = keys.canOpen() ? Health.up() : Health.down().withDetail("masterKey", "missing");
        return health.withDetail("persons", keys.count())
                .withDetail("erased", keys.erased().size())
                .build();
    }
}
