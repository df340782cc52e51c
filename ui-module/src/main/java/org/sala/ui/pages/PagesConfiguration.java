package org.sala.ui.pages;

import jakarta.servlet.RequestDispatcher;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The door of the light pages: open to everybody, without a session. A ticket in the address is the only key, so the
 * address goes nowhere: to no other site, into no cache, and nothing runs on the page that isn't ours.
 */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

    private static final String POLICY = """
            default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
            form-action 'self'; base-uri 'none'; frame-ancestors 'none'""";

    @Bean
    @Order(0)
    SecurityFilterChain participants(HttpSecurity http) {
        var proof = CookieCsrfTokenRepository.withHttpOnlyFalse();
        proof.setCookieName("sala-form");
        proof.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return http.securityMatcher("/summits/*/register", "/t/**", "/sala/pages/**", "/sala/fonts/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(proof))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(askAgain()))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .addHeaderWriter((request, response) -> response.setHeader("X-Robots-Tag", "noindex")))
                .build();
    }

    /**
     * A form without proof that it came from our page — a browser forgot its cookies, or somebody else's page sent it —
     * is shown again with what was typed, for the person to send, and does nothing else.
     */
    private static AccessDeniedHandler askAgain() {
        return (request, response, denied) -> {
            request.setAttribute(Pages.STALE, true);
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            request.getRequestDispatcher(request.getRequestURI()).forward(request, response);
        };
    }

    /** Kept by browsers for a year: style and script have a digest in their address, and a font never changes. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var folder : new String[] {"pages", "fonts"}) {
            registry.addResourceHandler("/sala/" + folder + "/**")
                    .addResourceLocations("classpath:/META-INF/resources/sala/" + folder + "/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable());
        }
    }
}
