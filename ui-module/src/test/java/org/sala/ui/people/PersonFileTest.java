package org.sala.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sala.ui.people.PersonFile.Held;
import org.sala.ui.people.PersonFile.Said;
import tools.jackson.databind.json.JsonMapper;

class PersonFileTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant AT = Instant.parse("2022-06-09T03:00:00Z");

    private static final PersonFile FILE = new PersonFile(
            new UUID(1, 1),
            new UUID(2, 2),
            AT,
            List.of(new Held("registration", "registration.participant-registered", AT, JSON.readTree("""
                            {"name": {"clear": {"km": "ចាន់ ធីតា", "latin": "Chan <b>Thida</b> & co"}},
                             "contact": {"hidden": "ERASED"}, "organization": null, "days": {"1": "ONLINE"}}"""))),
            List.of(
                    new Said(
                            new UUID(3, 3),
                            JSON.readTree("{\"clear\": \"<script>alert('x')</script>\"}"),
                            JSON.readTree("{\"clear\": \"a <b>theme</b>\"}")),
                    new Said(new UUID(4, 4), JSON.readTree("{\"hidden\": \"ERASED\"}"), JSON.nullNode())),
            List.of(new Held("sessions", "sessions.seat-taken", AT, JSON.readTree("{\"session\": \"a\"}"))));

    @Test
    void forProgramsItIsPlainJson() {
        var file = JSON.readTree(FILE.json());

        assertThat(file.at("/format").asString()).isEqualTo("sala.person/1");
        assertThat(file.at("/registration/0/content/name/latin").asString()).isEqualTo("Chan <b>Thida</b> & co");
        assertThat(file.at("/registration/0/content/contact/hidden").asString()).isEqualTo("ERASED");
        assertThat(file.at("/notes/0/text").asString()).startsWith("<script>");
        assertThat(file.at("/notes/0/theme").asString()).isEqualTo("a <b>theme</b>");
        assertThat(file.at("/notes/1").has("theme")).isFalse();
        assertThat(file.at("/elsewhere/0/type").asString()).isEqualTo("sessions.seat-taken");
    }

    @Test
    void forPeopleItIsAPageInBothLanguagesThatNeedsNothingAndRunsNothing() {
        var page = new String(FILE.html(ZoneId.of("Asia/Phnom_Penh")), StandardCharsets.UTF_8);

        assertThat(page)
                .contains("ចាន់ ធីតា", "Chan &lt;b&gt;Thida&lt;/b&gt; &amp; co", "2022-06-09 10:00")
                .contains("ទិន្នន័យទាំងអស់ដែលរក្សាទុកអំពីអ្នក", "Everything that is held on you")
                .contains("បានលុបចោល · Erased")
                .contains("A participant was registered", "default-src 'none'", "a &lt;b&gt;theme&lt;/b&gt;")
                .doesNotContain("<script", "http://", "https://", "<img", "<link", "!people.", "!audit.");
    }

    @Test
    void itsOwnTextShowsNobody() {
        assertThat(FILE.toString()).doesNotContain("Thida");
        assertThat(FILE.recorded().toString() + FILE.notes())
                .doesNotContain("Thida")
                .doesNotContain("script");
    }
}
