package org.sala.benchmarks.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTest {

    private static final Effort THREE_ROUNDS = new Effort(3, Duration.ofSeconds(1), 1);

    /** Rows that somebody made up. */
    private record Told(List<Contestant> contestants, List<Bar> bars, boolean varies) implements Comparison {

        @Override
        public String title() {
            return "tell";
        }

        @Override
        public String unit() {
            return "lines/s";
        }
    }

    private static Contestant giving(String name, double... figures) {
        PrimitiveIterator.OfDouble next = DoubleStream.of(figures).iterator();
        return new Contestant(name, next::nextDouble);
    }

    private static String lines(List<Bar> bars, Contestant... contestants) throws Exception {
        return Result.of(new Told(List.of(contestants), bars, true), THREE_ROUNDS)
                .lines();
    }

    @Test
    void theFirstRoundDoesNotCountAndTheMedianOfTheOthersDoes() throws Exception {
        assertThat(lines(List.of(), giving("ours", 900, 3, 1, 2))).contains("| ours | 2 | 1 – 3 |");
    }

    @Test
    void contestantsAreMeasuredInTurn() throws Exception {
        var turns = new ArrayList<String>();
        var contestants = List.of("ours", "other").stream()
                .map(name -> new Contestant(name, () -> turns.add(name) ? 1 : 0))
                .toList();
        lines(List.of(), contestants.toArray(Contestant[]::new));
        assertThat(turns).containsExactly("ours", "other", "ours", "other", "ours", "other", "ours", "other");
    }

    @Test
    void whatDoesNotVaryIsMeasuredOnce() throws Exception {
        assertThat(Result.of(new Told(List.of(giving("ours", 7)), List.of(), false), THREE_ROUNDS)
                        .lines())
                .contains("| ours | 7 |  |");
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 1.5, 30, yes",
        "AT_LEAST, 1.5, 29, 'no**, by 3.33 %'",
        "AT_MOST, 1.5, 30, yes",
        "AT_MOST, 1.5, 36, 'no**, by 20 %'",
        "AT_LEAST, 3.0, 30, 'no**, by 50 %'"
    })
    void aBarSaysByHowMuchItIsMissed(Bar.Bound bound, double factor, double ours, String verdict) throws Exception {
        var bar = new Bar("ours", bound, factor, "other");
        assertThat(lines(List.of(bar), giving("ours", ours, ours, ours, ours), giving("other", 20, 20, 20, 20)))
                .contains(verdict);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoFigureIsAFailure(double figure) {
        assertThatThrownBy(() -> lines(List.of(), giving("ours", figure)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ours");
    }

    @Test
    void aBarForSomebodyWhoTakesNoPartIsAFailure() {
        assertThatThrownBy(() -> lines(List.of(Bar.atLeast(2, "nobody")), giving("ours", 1, 1, 1, 1)))
                .hasMessageContaining("nobody");
    }

    @Test
    void aRowThatFailedIsShownAsFailedAndTheTableIsNotWhole() throws Exception {
        var result = Result.of(new Told(List.of(giving("ours", 7)), List.of(), false), THREE_ROUNDS);
        var machine = new Machine("18", 1);
        assertThat(new Table(List.of(result), THREE_ROUNDS, machine).whole()).isTrue();
        var table =
                new Table(List.of(result, new Failure("append", new IllegalStateException())), THREE_ROUNDS, machine);
        assertThat(table.whole()).isFalse();
        assertThat(table.toString()).contains("| **append** | **failed** | IllegalStateException |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "123456;123,000",
                "1234;1,230",
                "123.4;123",
                "12.34;12.3",
                "1.234;1.23",
                "1.5;1.5",
                "20;20",
                "0.05;0.05",
                "0.0123;0.012",
                "0.5;0.5"
            })
    void figuresHaveThreeDigits(double figure, String shown) {
        assertThat(Figures.shown(figure)).isEqualTo(shown);
    }

    @Test
    void aRecordKeepsWhatIsWrittenAroundTheTable(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("record.md"), """
                before
                <!-- measured: begin -->
                old
                <!-- measured: end -->
                after
                """);
        new DecisionRecord(file).write("new\n");
        assertThat(file).hasContent("""
                before
                <!-- measured: begin -->
                new
                <!-- measured: end -->
                after
                """);
    }

    @Test
    void aRecordWithoutAPlaceForTheTableIsLeftAsItIs(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("record.md"), "no place");
        assertThatThrownBy(() -> new DecisionRecord(file).write("new\n")).isInstanceOf(IllegalStateException.class);
        assertThat(file).hasContent("no place");
    }
}
