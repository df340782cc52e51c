package org.sala.ports;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/**
 * Access tokens: verifies them where the public key is set, signs them where the private key is. In front of Spring
 * Boot's own decoder, which takes a token of any audience, and one that never ends, unless somebody thinks of it.
 */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration")
final class TokensAutoConfiguration {

    /** Clocks of the machines in one house. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private static final String PUBLIC_KEY = "spring.security.oauth2.resourceserver.jwt.public-key-location";

    @Bean
    @ConditionalOnProperty(PUBLIC_KEY)
    @ConditionalOnMissingBean
    JwtDecoder accessTokenDecoder(@Value("${" + PUBLIC_KEY + "}") Resource publicKey, ObjectProvider<Clock> clock)
            throws IOException {
        try (var pem = publicKey.getInputStream()) {
            var key = RsaKeyConverters.x509().convert(pem);
            if (key == null) {
                throw new IllegalArgumentException("no RSA public key in " + publicKey);
            }
            var decoder = NimbusJwtDecoder.withPublicKey(key)
                    .signatureAlgorithm(SignatureAlgorithm.RS256)
                    .build();
            var life = new JwtTimestampValidator(CLOCK_SKEW);
            life.setAllowEmptyExpiryClaim(false);
            var time = clock.getIfUnique(Clock::systemUTC);
            life.setClock(time);
            decoder.setJwtValidator(
                    new DelegatingOAuth2TokenValidator<>(life, TokensAutoConfiguration::forThisPlatformAndSomebody));
            return new OnceVerified(decoder, time);
        }
    }

    private static OAuth2TokenValidatorResult forThisPlatformAndSomebody(Jwt token) {
        var audience = token.getAudience();
        var subject = token.getSubject();
        return audience != null && audience.contains(TokenIssuer.AUDIENCE) && subject != null && !subject.isBlank()
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    }

    @Bean
    @ConditionalOnBean(JwtDecoder.class)
    @ConditionalOnMissingBean
    AccessTokens accessTokens(JwtDecoder decoder) {
        return new JwtAccessTokens(decoder);
    }

    @Bean
    @ConditionalOnBean(AccessTokens.class)
    @ConditionalOnMissingBean
    CommandGate commandGate(AccessTokens tokens) {
        return new CommandGate(tokens);
    }

    /** The token's roles as Spring Security's {@code ROLE_…} authorities. */
    @Bean
    @ConditionalOnBean(JwtDecoder.class)
    @ConditionalOnMissingBean
    JwtAuthenticationConverter accessTokenRoles() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(token -> JwtAccessTokens.rolesOf(token).stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .collect(Collectors.toUnmodifiableList()));
        return converter;
    }

    @Bean
    @ConditionalOnProperty("sala.tokens.private-key")
    @ConditionalOnMissingBean
    TokenIssuer tokenIssuer(@Value("${sala.tokens.private-key}") Resource privateKey, ObjectProvider<Clock> clock)
            throws IOException {
        return TokenIssuer.of(privateKey.getInputStream(), clock.getIfUnique(Clock::systemUTC));
    }
}
