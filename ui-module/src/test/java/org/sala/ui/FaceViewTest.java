package org.sala.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sala.embedded.SharedServers;
import org.sala.eventing.intake.IntakeDefinition;
import org.sala.ports.Role;
import org.sala.ui.language.Words;
import org.sala.ui.signin.Account;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A view in the JVM, over read models folded from the facts of a sample summit in a real PostgreSQL. */
@SpringBootTest(
        classes = UiApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = "spring.config.name=ui")
public abstract class FaceViewTest extends SpringBrowserlessTest {

    protected static final SampleFacts SAMPLE = SampleFacts.of(5, 30, 90);
    protected static final String SUMMIT = "summits/" + SAMPLE.summit();

    @Autowired
    private JdbcClient database;

    @Autowired
    private IntakeDefinition intake;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        var database = SharedServers.newDatabase("ui");
        var platform = "v" + UUID.randomUUID().toString().substring(0, 8);
        RunningFace.settings(database, platform).forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void foldOnce() {
        if (database.sql("select count(*) from timeline")
                        .query((row, n) -> row.getInt(1))
                        .single()
                == 0) {
            for (var fact : SAMPLE.facts()) {
                intake.projections().forEach(projection -> projection.fold(fact, database));
            }
        }
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** Signs in, reading English. */
    protected void signIn(Role... roles) {
        var account = new Account(UUID.fromString(SampleFacts.ACTOR), Set.of(roles));
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        account,
                        null,
                        Arrays.stream(roles)
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                                .collect(Collectors.toList())));
        VaadinSession.getCurrent().setLocale(Words.ENGLISH);
        UI.getCurrent().setLocale(Words.ENGLISH);
    }

    /** Opens an address; what is shown then. */
    protected String open(String address) {
        var location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        return shown();
    }

    /** All words on the screen. */
    protected String shown() {
        roundTrip();
        return UI.getCurrent().getChildren().map(FaceViewTest::words).collect(Collectors.joining(" "));
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }

    /** The path and query that the window stands at. */
    protected String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }
}
