package org.sala.ui.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.marketplace.api.LegStatus;
import org.sala.marketplace.api.TradeStatus;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;
import org.xml.sax.InputSource;

/** Drawings are well-formed whatever people are called, and draw what there is. */
class DrawingTest {

    private static UUID party(int number) {
        return new UUID(7, number);
    }

    private static Floor.Trade ring(int parties) {
        var legs = IntStream.range(0, parties)
                .mapToObj(i -> new Floor.Leg(
                        i + 1,
                        party(i),
                        party((i + 1) % parties),
                        new UUID(8, i),
                        1,
                        null,
                        null,
                        i % 3 == 0 ? LegStatus.OWED : LegStatus.CONFIRMED,
                        null,
                        Set.of()))
                .toList();
        return new Floor.Trade(
                new UUID(9, parties), TradeStatus.AGREED, 1, null, legs, Set.of(party(0)), null, Instant.EPOCH);
    }

    private static Floor floor(List<Floor.Trade> trades) {
        Map<UUID, Summit.Text> names = new HashMap<>();
        for (var i = 0; i < 40; i++) {
            names.put(
                    party(i),
                    new Summit.Text("អង្គការ <" + i + ">", "A & B \"" + i + "\" <of the lake and the river>"));
        }
        return new Floor(names, List.of(), List.of(), List.of(), trades, List.of(), List.of(), List.of());
    }

    private static int paths(String svg) throws Exception {
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg).doesNotContain("NaN", "Infinity");
        return document.getElementsByTagName("path").getLength();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 12})
    void aTradeHasAnArrowForEachLeg(int parties) throws Exception {
        var tip = 1;
        assertThat(paths(RingDrawing.of(ring(parties), "A <ring> & \"more\""))).isEqualTo(parties + tip);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 16})
    void theCircleHasAnArcForEachOrganizationAndABandForEachFlow(int parties) throws Exception {
        var floor = floor(List.of(ring(parties)));
        var diagram = ChordDiagram.of(floor);
        var svg = diagram.svg(new FloorWords(floor, ZoneOffset.UTC, Words.ENGLISH), "says");
        assertThat(paths(svg))
                .isEqualTo(diagram.organizations().size() + diagram.flows().size());
        assertThat(diagram.legs() + diagram.left()).isEqualTo(floor.given().size());
    }

    @Test
    void ofManyThoseAreDrawnBetweenWhomMostGoesAndTheOthersAreCounted() {
        var floor = floor(List.of(ring(40), ring(3)));
        var diagram = ChordDiagram.of(floor);
        assertThat(diagram.organizations()).hasSizeLessThanOrEqualTo(24);
        assertThat(diagram.left()).isPositive();
        assertThat(diagram.legs() + diagram.left()).isEqualTo(floor.given().size());
    }

    @Test
    void aNameIsCutBetweenLettersAndNeverWithinAClusterOfKhmer() {
        assertThat(Svgs.shortened("Short", 10)).isEqualTo("Short");
        assertThat(Svgs.shortened("River community organisation", 10)).isEqualTo("River comm…");
        var khmer = "អង្គការសហគមន៍ទន្លេ";
        for (var most = 2; most < khmer.length(); most++) {
            var cut = Svgs.shortened(khmer, most).length() - 1;
            assertThat(khmer.charAt(cut - 1)).as("what joins the next letter").isNotEqualTo('\u17d2');
            var next = khmer.charAt(cut);
            assertThat(Character.getType(next))
                    .as("a mark that would have lost what it stands on")
                    .isNotIn((int) Character.NON_SPACING_MARK, (int) Character.COMBINING_SPACING_MARK);
        }
    }
}
