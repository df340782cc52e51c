package org.sala.marketplace.matching;

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

class MatchCommandTest {
    private static final String MARKET = """
            {"seed": "1 2 3",
             "organizations": [{"id": "A", "small": true}, {"id": "B", "small": false}],
             "offers": [{"id": "a1", "organization": "A", "category": "ឡាន", "units": 2, "gift": false},
                        {"id": "b1", "organization": "B", "category": "room", "units": 1, "gift": true}],
             "needs": [{"id": "a2", "organization": "A", "category": "room"},
                       {"id": "a3", "organization": "A", "category": "tea"},
                       {"id": "b2", "organization": "B", "category": "ឡាន"}]}
            """;
    private static final String SOLUTION = """
            {
              "seed" : "1 2 3",
              "kept" : [ ],
              "exchanges" : [ {
                "kind" : "ring",
                "legs" : [ {
                  "offer" : "b1",
                  "need" : "a2"
                }, {
                  "offer" : "a1",
                  "need" : "b2"
                } ]
              } ],
              "served" : {
                "needs" : 2,
                "organizations" : 2,
                "smallOrganizations" : 1
              },
              "proof" : {
                "is" : "optimal",
                "bound" : {
                  "needs" : 2,
                  "organizations" : 2,
                  "smallOrganizations" : 1
                }
              },
              "unmatched" : [ {
                "need" : "a3",
                "because" : {
                  "reason" : "nobody-offers"
                }
              } ]
            }
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aMarketGoesInAndASolutionComesOut() {
        assertThat(run(MARKET)).isZero();
        assertThat(said(out)).isEqualTo(SOLUTION);
        assertThat(said(err)).isEmpty();
    }

    @Test
    void aSolutionIsChecked() throws Exception {
        Path market = Files.writeString(folder.resolve("market.json"), MARKET);
        Path solution = Files.writeString(folder.resolve("solution.json"), SOLUTION);
        assertThat(run("", "--check", solution.toString(), market.toString())).isZero();
        assertThat(said(out)).isEqualTo("right: it serves 2 needs of 2 organizations, 1 of them small\n");

        Files.writeString(solution, SOLUTION.replace("\"a1\"", "\"b1\""));
        assertThat(run("", "--check", solution.toString(), market.toString())).isEqualTo(1);
        assertThat(said(err)).contains("offer b1 and need b2 are of different categories\n");
    }

    @Test
    void theHelpSaysHow() {
        assertThat(run("", "--help")).isZero();
        assertThat(said(out)).contains("match [--seed SEED]", "--check SOLUTION");
    }

    @Test
    void agreedExchangesAreKept() {
        String agreed = MARKET.replace(
                "{\"seed\"",
                "{\"agreed\": [{\"kind\": \"chain\", \"legs\": [{\"offer\": \"b1\", \"need\": \"a2\"}]}], \"seed\"");
        assertThat(run(agreed)).isZero();
        assertThat(said(out)).contains("\"kept\" : [ {", "\"exchanges\" : [ ]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "units": 2            | "units": 0            | offer a1 has 0 units; 1 to 10000 are allowed
                    "units": 2            | "units": -1           | offer a1 has -1 units; 1 to 10000 are allowed
                    "id": "b1"            | "id": "a1"            | offer a1 is there twice
                    "id": "b2"            | "id": "a2"            | need a2 is there twice
                    {"id": "B"            | {"id": "A"            | organization A is there twice
                    "b2", "organization": "B" | "b2", "organization": "C" | need b2 is of organization C, which is not there
                    "id": "a2"            | "id": ""              | an id of need has 0 characters; 1 to 100 are allowed
                    "id": "a2"            | "id": "a 2"           | an id of need has a space or a control character
                    "seed": "1 2 3"       | "seed": ""            | the seed has 0 characters; 1 to 200 are allowed
                    "seed": "1 2 3",      | ''                    | no seed: name one in the market, or with --seed
                    """)
    void whatIsWrongIsSaidInOneLine(String right, String wrong, String said) {
        assertThat(run(MARKET.replace(right, wrong))).isEqualTo(2);
        assertThat(said(err)).isEqualTo(said + "\n");
        assertThat(said(out)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "units": 2            | "units": "two"        | offers[0].units
                    "units": 2            | "units": 1.5          | offers[0].units
                    "units": 2, "gift": false | "units": 2        | gift
                    "needs"               | "wants"               | needs
                    {"seed"               | [{"seed"              | line
                    """)
    void whatIsNoMarketIsSaidInOneLineWithItsPlace(String right, String wrong, String place) {
        assertThat(run(MARKET.replace(right, wrong))).isEqualTo(2);
        assertThat(said(err)).contains(place).hasLineCount(1).doesNotContain("org.sala");
        assertThat(said(out)).isEmpty();
    }

    @Test
    void wrongOptionsAreRefused() {
        assertThat(run(MARKET, "--seconds", "0")).isEqualTo(2);
        assertThat(run(MARKET, "--seconds")).isEqualTo(2);
        assertThat(run(MARKET, "--fast")).isEqualTo(2);
        assertThat(run(MARKET, "a", "b")).isEqualTo(2);
        assertThat(run(MARKET, folder.resolve("nothing.json").toString())).isEqualTo(2);
        assertThat(said(err).lines()).hasSize(5);
    }

    private int run(String market, String... arguments) {
        return new MatchCommand(
                        new ByteArrayInputStream(market.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
