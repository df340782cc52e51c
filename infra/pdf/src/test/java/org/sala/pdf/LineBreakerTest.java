package org.sala.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineBreakerTest {

    private static final List<String> TEXTS = Stream.concat(
                    Stream.of(String.join("", Corpus.cldr().subList(0, 150)), String.join(" ", Corpus.byHand())),
                    Corpus.byHand().stream())
            .toList();

    private static final int DOTTED_CIRCLE =
            Face.khmer(Weight.REGULAR).shape("\u25CC").getGlyphCode(0);

    @Test
    void linesAreTheTextInItsOrder() {
        everyBreaking((text, width, lines) -> assertThat(String.join("", lines)).isEqualTo(text));
    }

    /** A mark that lost its consonant is drawn on a dotted circle. */
    @Test
    void noLineEndsWithinACluster() {
        everyBreaking((text, width, lines) -> {
            for (var line : lines) {
                assertThat(Character.getType(line.codePointAt(0)))
                        .isNotIn((int) Character.NON_SPACING_MARK, (int) Character.COMBINING_SPACING_MARK);
                assertThat(line).doesNotEndWith("\u17D2");
                assertThat(Shaper.shape(line, Weight.REGULAR))
                        .allSatisfy(run -> assertThat(run.glyphs()).noneMatch(it -> it.id() == DOTTED_CIRCLE));
            }
        });
    }

    @Test
    void everyLineFitsUnlessItIsOneCluster() {
        everyBreaking((text, width, lines) -> {
            for (var line : lines) {
                assertThat(Line.of(line, Weight.REGULAR).width() <= width + 1 || clusters(line) == 1)
                        .as("a line at %s", width)
                        .isTrue();
            }
        });
    }

    private static int clusters(String text) {
        return new LineBreaker(text.strip(), Weight.REGULAR, false)
                .broken(0)
                .lines()
                .size();
    }

    @Test
    void khmerBreaksBetweenItsWordsAndNotWithinThem() {
        var words = List.of("សូមស្វាគមន៍", "មកកាន់", "ព្រះរាជាណាចក្រ", "កម្ពុជា");
        var ends = new ArrayList<Integer>();
        words.forEach(word -> ends.add(word.length() + (ends.isEmpty() ? 0 : ends.getLast())));
        var longest = Line.of(words.get(2), Weight.REGULAR).width();
        for (var width = longest; width < 4 * longest; width += longest / 10) {
            var broken = new LineBreaker(String.join("", words), Weight.REGULAR, false).broken(width);
            assertThat(broken.whole()).isTrue();
            var end = 0;
            for (var line : broken.lines()) {
                end += line.length();
                assertThat(ends).contains(end);
            }
        }
    }

    @Test
    void aWordThatIsLongerThanALineIsBrokenAndSaidToBe() {
        var broken = new LineBreaker("Donaudampfschiffahrtsgesellschaft", Weight.REGULAR, false).broken(5000);
        assertThat(broken.whole()).isFalse();
        assertThat(broken.lines()).hasSizeGreaterThan(2);
    }

    @Test
    void spacesAtTheEndOfALineTakeNoRoom() {
        var width = Line.of("Phnom Penh", Weight.REGULAR).width();
        assertThat(new LineBreaker("Phnom Penh     and", Weight.REGULAR, false)
                        .broken(width)
                        .lines())
                .containsExactly("Phnom Penh     ", "and");
    }

    private interface Check {
        void check(String text, double width, List<String> lines);
    }

    private static void everyBreaking(Check check) {
        for (var text : TEXTS) {
            for (var width = 300; width < 20_000; width = width * 3 / 2) {
                check.check(
                        text,
                        width,
                        new LineBreaker(text, Weight.REGULAR, false)
                                .broken(width)
                                .lines());
            }
        }
    }
}
