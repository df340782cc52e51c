package org.sala.ui;

import java.util.List;
import java.util.Set;
import org.sala.eventing.EventNames;
import org.sala.eventing.intake.IntakeDefinition;
import org.sala.eventing.intake.Projection;
import org.sala.feedback.api.FeedbackEvent;
import org.sala.marketplace.api.MarketplaceEvent;
import org.sala.registration.api.RegistrationEvent;
import org.sala.sessions.api.SessionsEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the ui-module takes in: all facts of all contexts, folded into every place's read models. */
@Configuration(proxyBeanMethods = false)
class UiConfiguration {

    @Bean
    IntakeDefinition intake(List<Projection> projections) {
        return new IntakeDefinition(
                "ui",
                Set.of("registration", "sessions", "marketplace", "feedback"),
                EventNames.of(
                        RegistrationEvent.class, SessionsEvent.class, MarketplaceEvent.class, FeedbackEvent.class),
                projections);
    }
}
