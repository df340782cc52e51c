package org.sala.ui.commands;

import java.net.URI;
import org.sala.feedback.api.FeedbackPort;
import org.sala.feedback.api.FeedbackQueries;
import org.sala.feedback.api.FeedbackRejected;
import org.sala.marketplace.api.MarketplacePort;
import org.sala.marketplace.api.MarketplaceQueries;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.marketplace.api.MatchingWorkbench;
import org.sala.ports.CommandClient;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationRejected;
import org.sala.sessions.api.SessionsPort;
import org.sala.sessions.api.SessionsRejected;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The contexts' ports, and their queries, over HTTP, unless the launcher, which has the contexts in the same JVM, has given them already. */
@Configuration(proxyBeanMethods = false)
class PortConfiguration {

    @Bean
    @ConditionalOnMissingBean
    RegistrationPort registrationPort(@Value("${sala.registration.url}") URI url) {
        return new RegistrationPortOverHttp(registration(url));
    }

    @Bean
    @ConditionalOnMissingBean
    RegistrationQueries registrationQueries(@Value("${sala.registration.url}") URI url) {
        return new RegistrationOverHttp(registration(url));
    }

    private static CommandClient registration(URI url) {
        return new CommandClient(
                url,
                (reason, details) -> new RegistrationRejected(RegistrationRejected.Reason.valueOf(reason), details));
    }

    @Bean
    @ConditionalOnMissingBean
    SessionsPort sessionsPort(@Value("${sala.sessions.url}") URI url) {
        return new CommandClient(
                url, (reason, details) -> new SessionsRejected(SessionsRejected.Reason.valueOf(reason), details))::send;
    }

    @Bean
    @ConditionalOnMissingBean
    MarketplacePort marketplacePort(@Value("${sala.marketplace.url}") URI url) {
        return marketplace(url)::send;
    }

    @Bean
    @ConditionalOnMissingBean
    MarketplaceQueries marketplaceQueries(@Value("${sala.marketplace.url}") URI url) {
        return new MarketplaceOverHttp(marketplace(url));
    }

    @Bean
    MatchingWorkbench matchingWorkbench(@Value("${sala.marketplace.url}") URI url) {
        return new WorkbenchOverHttp(marketplace(url));
    }

    private static CommandClient marketplace(URI url) {
        return new CommandClient(
                url, (reason, details) -> new MarketplaceRejected(MarketplaceRejected.Reason.valueOf(reason), details));
    }

    @Bean
    @ConditionalOnMissingBean
    FeedbackPort feedbackPort(@Value("${sala.feedback.url}") URI url) {
        return feedback(url)::send;
    }

    @Bean
    @ConditionalOnMissingBean
    FeedbackQueries feedbackQueries(@Value("${sala.feedback.url}") URI url) {
        return new FeedbackOverHttp(feedback(url));
    }

    private static CommandClient feedback(URI url) {
        return new CommandClient(
                url, (reason, details) -> new FeedbackRejected(FeedbackRejected.Reason.valueOf(reason), details));
    }
}
