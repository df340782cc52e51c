package org.sala.ports;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;

/**
 * A context's commands over HTTP, in an application that declares a {@link CommandDoor}. Without one, as in the ui,
 * nothing of this is there, the filter chain least of all.
 */
@AutoConfiguration(
        after = TokensAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(CommandDoor.class)
final class CommandPortAutoConfiguration {

    @Bean
    <C> CommandDecoder<C> commandDecoder(CommandDoor<C> door) {
        return new CommandDecoder<>(door.commands());
    }

    @Bean
    Words refusalWords(CommandDoor<?> door) {
        return new Words(door.words(), door.commands().getClassLoader());
    }

    @Bean
    ProblemAnswers problemAnswers(CommandDoor<?> door, Words refusalWords) {
        return new ProblemAnswers(door.context(), refusalWords);
    }

    @Bean
    <C> CommandController<C> commandController(CommandDoor<C> door, CommandDecoder<C> decoder) {
        return new CommandController<>(door, decoder);
    }

    @Bean
    <C> CommandBatches<C> commandBatches(CommandDecoder<C> decoder) {
        return new CommandBatches<>(decoder);
    }

    @Bean
    <C> ProblemAdvice<C> problemAdvice(CommandDoor<C> door, ProblemAnswers answers) {
        return new ProblemAdvice<>(door, answers);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemErrorController problemErrorController(ProblemAnswers answers) {
        return new ProblemErrorController(answers);
    }

    @Bean
    CorrelationFilter correlationFilter() {
        return new CorrelationFilter();
    }

    /** Signed tokens and nothing else: no session and no cookie, so no forgery across sites either. */
    @Bean
    @Order(0)
    @ConditionalOnMissingBean
    SecurityFilterChain commandPortSecurity(HttpSecurity http, ProblemAnswers answers) {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/actuator/health/**", "/openapi/**", "/openapi.yaml")
                                .permitAll()
                                .requestMatchers("/actuator/history")
                                .hasAnyRole(Role.STAFF.name(), Role.AUDITOR.name())
                                .requestMatchers("/actuator/**")
                                .hasRole(Role.STAFF.name())
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint((request, response, e) -> answers.notSignedIn(request, response))
                        .accessDeniedHandler(
                                (request, response, e) -> answers.tell(request, response, Problem.NOT_ALLOWED)))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, e) -> answers.notSignedIn(request, response))
                        .accessDeniedHandler(
                                (request, response, e) -> answers.tell(request, response, Problem.NOT_ALLOWED)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER)))
                .build();
    }
}
