package org.sala.ports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** An application that asks and doesn't decide, as the ui does, gets the tokens and nothing that stands in its way. */
class WithoutACommandDoorTest {

    private static final AutoConfigurations PORTS = AutoConfigurations.of(
            TokensAutoConfiguration.class, CommandPortAutoConfiguration.class, OpenApiAutoConfiguration.class);

    private final Keys keys = Keys.fresh();

    @Test
    void tokensAreThereAndNoFilterChain(@TempDir Path folder) throws IOException {
        var privateKey = folder.resolve("tokens.pem");
        Files.writeString(privateKey, keys.privatePem(), StandardCharsets.US_ASCII);
        new WebApplicationContextRunner()
                .withConfiguration(PORTS)
                .withPropertyValues(
                        "spring.security.oauth2.resourceserver.jwt.public-key-location="
                                + keys.publicKeyIn(folder).toUri(),
                        "sala.tokens.private-key=" + privateKey.toUri())
                .run(context -> {
                    assertThat(context)
                            .hasNotFailed()
                            .hasSingleBean(JwtDecoder.class)
                            .doesNotHaveBean(SecurityFilterChain.class)
                            .doesNotHaveBean(CommandController.class)
                            .doesNotHaveBean(CorrelationFilter.class)
                            .doesNotHaveBean(ProblemErrorController.class);
                    var token = context.getBean(TokenIssuer.class).issue("account-1", Set.of(Role.STAFF, Role.DONOR));
                    assertThat(context.getBean(AccessTokens.class).verify(token))
                            .isEqualTo(new Caller("account-1", Set.of(Role.STAFF, Role.DONOR)));
                });
    }

    @Test
    void withoutKeysThereAreNoTokens() {
        new ApplicationContextRunner()
                .withConfiguration(PORTS)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(AccessTokens.class)
                        .doesNotHaveBean(TokenIssuer.class));
    }

    @Test
    void theWordsOfBothLanguagesAreComplete() {
        var words = new Words("org.sala.ports.Problems", getClass().getClassLoader());
        for (var language : Words.LANGUAGES) {
            for (var problem : Problem.values()) {
                assertThat(words.all(language)).containsKeys(problem.name(), "title." + problem.name());
            }
            for (var kind : CommandDoor.Kind.values()) {
                assertThat(words.all(language)).containsKey("title." + kind.name());
            }
        }
        assertThat(words.all(Words.LANGUAGES.get(1)))
                .allSatisfy((key, sentence) -> assertThat(sentence).matches("(?s).*[\\u1780-\\u17ff].*"));
    }
}
