package org.sala.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ParagraphTest {

    private static final TextStyle STYLE = TextStyle.of(20);
    private static final String NAME = "កញ្ញា ស៊ីន ស្រីពៅ";

    @Test
    void withoutAWidthALineIsAsLongAsItsText() {
        var lines = Paragraph.of(NAME, STYLE).lines();
        assertThat(lines.count()).isOne();
        assertThat(lines.cut()).isFalse();
        assertThat(lines.height()).isCloseTo(20 * 1.5 / 72 * 25.4, within(1e-9));
        assertThat(Paragraph.of(NAME + NAME, STYLE).lines().width()).isGreaterThan(1.9 * lines.width());
    }

    @Test
    void aLineFeedEndsALineAndAnEmptyLineStays() {
        assertThat(Paragraph.of("ក\nខ\r\n\r\nគ\u2028ឃ", STYLE).lines().count()).isEqualTo(5);
    }

    @Test
    void aNameShrinksUntilItFitsAndNoFurther() {
        var whole = Paragraph.of(NAME, STYLE).lines().width();
        var shrunk = Paragraph.of(NAME, STYLE)
                .within(whole * 0.7)
                .atMost(1)
                .shrinkingTo(5)
                .lines();
        assertThat(shrunk.count()).isOne();
        assertThat(shrunk.cut()).isFalse();
        assertThat(shrunk.width()).isLessThanOrEqualTo(whole * 0.7);
        assertThat(shrunk.size()).isBetween(13.5, 14.0);
    }

    @Test
    void whatFitsDoesNotShrink() {
        assertThat(Paragraph.of(NAME, STYLE)
                        .within(200)
                        .atMost(1)
                        .shrinkingTo(5)
                        .lines()
                        .size())
                .isEqualTo(20);
    }

    @Test
    void aWordRatherShrinksThanBreaks() {
        var word = "អភិវឌ្ឍន៍";
        var width = Paragraph.of(word, STYLE).lines().width();
        var lines = Paragraph.of(word, STYLE).within(width - 1).shrinkingTo(5).lines();
        assertThat(lines.count()).isOne();
        assertThat(lines.size()).isLessThan(20);
    }

    @Test
    void aNameBreaksBetweenItsPartsAndNotWithinOne() {
        var name =
                Paragraph.of("កាណាដា កាឡាលលីស៊ុត", STYLE).within(45).atMost(2).shrinkingTo(5);
        assertThat(texts(name.lines())).containsExactly("កាណាដា កាឡា", "លលីស៊ុត");
        assertThat(texts(name.breakingAtSpaces().lines())).containsExactly("កាណាដា ", "កាឡាលលីស៊ុត");
    }

    private static List<String> texts(Lines lines) {
        return lines.all().stream()
                .map(line -> line.runs().stream().map(GlyphRun::text).collect(Collectors.joining()))
                .toList();
    }

    @Test
    void whatDoesNotFitAtAllIsCutWithAnEllipsis() {
        var lines = Paragraph.of(NAME.repeat(20), STYLE)
                .within(60)
                .atMost(2)
                .shrinkingTo(15)
                .lines();
        assertThat(lines.count()).isEqualTo(2);
        assertThat(lines.cut()).isTrue();
        assertThat(lines.size()).isEqualTo(15);
        assertThat(lines.width()).isLessThanOrEqualTo(60);
        assertThat(lines.all().getLast().runs().getLast().text()).endsWith("…");
    }

    @Test
    void shortLinesStandWhereTheirAlignmentSays() {
        for (var alignment : Alignment.values()) {
            var lines = Paragraph.of(NAME, STYLE).within(100).aligned(alignment).lines();
            assertThat(lines.indent(lines.all().getFirst()))
                    .isCloseTo((100 - lines.width()) * alignment.before, within(1e-9));
        }
    }

    @Test
    void noTextMakesAnException() {
        for (var text : List.of(
                "",
                " ",
                "\n",
                "\u200B",
                "\u0000\u0007\t\u001B[1m",
                "\uD83D", // half an emoji
                "\uDE00\uD83D",
                "👩🏽‍🏫 👨‍👩‍👧 🇰🇭 ❤️",
                "שלום עולם مرحبا بالعالم",
                "\u202Eabc\u202C \u2067def\u2069",
                "្ក ំ ្ ៀ", // marks without consonant
                "ក" + "្ក".repeat(200),
                "a" + "\u0301".repeat(500),
                "𓀀𐍈 中文 ไทย हिन्दी မြန်မာ",
                "\uFFFE\uFFFF\uE000",
                "x".repeat(20_000))) {
            for (var width : new double[] {0.1, 10, 100}) {
                var document = new PdfDocument("", Locale.ROOT);
                document.flow(Paper.A4, Margins.of(10))
                        .text(Paragraph.of(text, STYLE).within(width).atMost(300))
                        .text(Paragraph.of(text, STYLE.bold())
                                .within(width)
                                .atMost(1)
                                .shrinkingTo(1));
                assertThat(document.bytes()).isNotEmpty();
            }
        }
    }

    @Test
    void whatNobodyCanSetIsRefused() {
        assertThatThrownBy(() -> Paragraph.of("ក", STYLE).within(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Paragraph.of("ក", STYLE).atMost(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Paragraph.of("ក", STYLE).shrinkingTo(21)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TextStyle.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingShowsATextThatMayBeAName() {
        var paragraph = Paragraph.of("Sreypov", STYLE);
        assertThat(paragraph.toString() + paragraph.lines().all()).doesNotContain("Sreypov");
    }
}
