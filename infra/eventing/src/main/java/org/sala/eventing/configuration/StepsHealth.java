package org.sala.eventing.configuration;

import java.util.TreeMap;
import org.sala.eventing.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says which step stands, and why, in names of classes and numbers. An application whose step stands still answers: this
 * is for operators, and for no probe that would restart it.
 */
record StepsHealth(ObjectProvider<Step> steps) implements HealthIndicator {

    @Override
    public Health health() {
        var health = Health.up();
        for (var step : steps) {
            var details = new TreeMap<String, Object>();
            step.figures().forEach((name, figure) -> details.put(name, figure.get()));
            var failure = step.loop().failure();
            var alarm = step.alarm().get();
            details.put("works", failure == null && step.loop().isRunning());
            if (failure != null) {
                details.put("standsBecause", failure);
            }
            alarm.ifPresent(words -> details.put("heldUpBy", words));
            if (failure != null || alarm.isPresent() || !step.loop().isRunning()) {
                health.down();
            }
            health.withDetail(step.name(), details);
        }
        return health.build();
    }
}
