package org.sala.ui.signin;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Two doors: {@code /api} for programs, by signed token and without a session; everything else for people, by session.
 * What may be opened behind them is said where it is, on each view and each mapping.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, Converter<Jwt, ? extends AbstractAuthenticationToken> roles) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/api/summits/*/today")
                        .hasAnyRole("STAFF", "FACILITATOR")
                        .requestMatchers("/api/summits/*/lists", "/api/summits/*/lists/**")
                        .hasRole("STAFF")
                        .requestMatchers(HttpMethod.GET, "/api/timeline")
                        .hasAnyRole("AUDITOR", "STAFF")
                        .requestMatchers(HttpMethod.GET, "/api/report/*")
                        .hasAnyRole("STAFF", "DONOR")
                        .requestMatchers(HttpMethod.GET, "/api/summits", "/api/positions")
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, "/api/replacements")
                        .hasRole("STAFF")
                        .requestMatchers("/api/rebuilds", "/api/rebuilds/*")
                        .hasAnyRole("AUDITOR", "STAFF")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // no cookie is looked at here, so none can be ridden on
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, LocalSignIn signIn) {
        return http.authenticationProvider(signIn)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                "/sala/**",
                                "/aura/**",
                                "/openapi",
                                "/openapi/**",
                                "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("STAFF"))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .with(vaadin(), face -> face.loginView(SignInView.class))
                .build();
    }
}
