package org.sala.eventing.configuration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.sala.eventing.Step;
import org.springframework.beans.factory.ObjectProvider;

/** The figures of each step as gauges, {@code eventing.<step>.<figure>}; read when they are asked for. */
record StepsMetrics(ObjectProvider<Step> steps) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var step : steps) {
            var prefix = "eventing." + step.name() + ".";
            step.figures()
                    .forEach((figure, value) ->
                            Gauge.builder(prefix + figure, value::get).register(registry));
            Gauge.builder(prefix + "works", step, one -> one.loop().failure() == null ? 1 : 0)
                    .register(registry);
        }
    }
}
