package org.sala.sessions.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTest {
    private static final String GATHERING = """
            {"seed": 7,
             "people": [{"id": "p1", "organization": "A", "role": "director", "languages": ["km", "en"]},
                        {"id": "p2", "organization": "A", "role": "officer", "languages": ["km"]}],
             "tables": [{"id": "តុ១", "seats": 2}],
             "rounds": 1,
             "smallest": 1,
             "interpretation": [],
             "earlier": [[{"person": "p1", "organization": "A"}, {"person": "p2", "organization": "A"}]]}
            """;
    private static final String PLAN = """
            {
              "seed" : 7,
              "rounds" : [ {
                "groups" : [ {
                  "table" : "តុ១",
                  "people" : [ "p1", "p2" ]
                } ]
              } ],
              "score" : {
                "mute" : 0,
                "colleagues" : 1,
                "repeats" : 1,
                "interpreted" : 0,
                "newOrganizations" : 0,
                "alike" : 0
              },
              "bound" : {
                "mute" : 0,
                "colleagues" : 1,
                "repeats" : 1,
                "interpreted" : 0,
                "newOrganizations" : 0,
                "alike" : 0
              },
              "ended" : "perfect",
              "moved" : [ ],
              "why" : [ {
                "round" : 1,
                "table" : "តុ១",
                "shared" : [ "km" ],
                "interpreted" : [ ],
                "organizations" : 1,
                "roles" : 2,
                "firstMeetings" : 0,
                "newOrganizations" : 0,
                "lacks" : [ {
                  "lack" : "colleagues",
                  "organization" : "A",
                  "people" : [ "p1", "p2" ],
                  "unavoidable" : true
                }, {
                  "lack" : "again",
                  "one" : "p1",
                  "other" : "p2",
                  "times" : 1
                } ]
              } ]
            }
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aGatheringGoesInAndAPlanComesOut() {
        assertThat(run(GATHERING, "--steps", "100")).isZero();
        assertThat(said(out)).isEqualTo(PLAN);
        assertThat(said(err)).isEmpty();
    }

    @Test
    void aPlanIsChecked() throws Exception {
        Path gathering = Files.writeString(folder.resolve("gathering.json"), GATHERING);
        Path plan = Files.writeString(folder.resolve("plan.json"), PLAN);
        assertThat(run("", "--check", plan.toString(), gathering.toString())).isZero();
        assertThat(said(out)).startsWith("right: it has 0 mute tables, 1 colleagues together, 1 repeats");

        Files.writeString(plan, PLAN.replace("[ \"p1\", \"p2\" ]\n    }", "[ \"p1\", \"p1\" ]\n    }"));
        assertThat(run("", "--check", plan.toString(), gathering.toString())).isEqualTo(1);
        assertThat(said(err)).contains("round 1: person p2 sits nowhere\n");
    }

    @Test
    void whatWasAnnouncedIsRevised() {
        String announced = GATHERING.replace(
                "\"rounds\": 1,",
                "\"rounds\": 1, \"announced\": [{\"groups\": [{\"table\": \"gone\", \"people\": [\"p2\"]}]}],");
        assertThat(run(announced, "--seed", "1")).isZero();
        assertThat(said(out)).contains("\"moved\" : [ \"p2\" ]");
    }

    @Test
    void theHelpSaysHow() {
        assertThat(run("", "--help")).isZero();
        assertThat(said(out)).contains("plan-groups [--seed SEED]", "--check PLAN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "seats": 2            | "seats": 1            | 1 seats for 2 people
                    "seats": 2            | "seats": 0            | the number of seats of a table is 0; 1 to 1000 are allowed
                    "id": "p2"            | "id": "p1"            | person p1 is there twice
                    "id": "p2"            | "id": "p 2"           | an id of a person has a space or a control character
                    "role": "officer"     | "role": ""            | a role has 0 characters; 1 to 100 are allowed
                    "rounds": 1           | "rounds": 51          | the number of rounds is 51; 1 to 50 are allowed
                    "seed": 7,            | ''                    | no seed: name one in the gathering, or with --seed
                    "seats": 2            | "seats": "two"        | tables[0].seats is not what it has to be; --help shows the form
                    "smallest": 1,        | ''                    | smallest is not what it has to be; --help shows the form
                    "smallest": 1,        | "smallest": 1, "x":1, | x is not what it has to be; --help shows the form
                    {"seed"               | {"seed                | line 1 is not what it has to be; --help shows the form
                    """)
    void whatIsWrongIsSaidInOneLine(String right, String wrong, String said) {
        assertThat(run(GATHERING.replace(right, wrong))).isEqualTo(2);
        assertThat(said(err)).isEqualTo(said + "\n");
        assertThat(said(out)).isEmpty();
    }

    @Test
    void wrongOptionsAreRefused() {
        assertThat(run(GATHERING, "--seconds", "0")).isEqualTo(2);
        assertThat(run(GATHERING, "--steps", "many")).isEqualTo(2);
        assertThat(run(GATHERING, "--steps")).isEqualTo(2);
        assertThat(run(GATHERING, "--fast")).isEqualTo(2);
        assertThat(run(GATHERING, "a", "b")).isEqualTo(2);
        assertThat(run(GATHERING, folder.resolve("nothing.json").toString())).isEqualTo(2);
        assertThat(said(err).lines()).hasSize(6);
    }

    private int run(String gathering, String... arguments) {
        return new PlanCommand(
                        new ByteArrayInputStream(gathering.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
