package org.sala.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The right glyphs in the right places, held against HarfBuzz's own command. */
class ShaperTest {

    /** A glyph as hb-shape prints it: number, offset where there is one, advance. */
    private static final Pattern GLYPH = Pattern.compile("(\\d+)(?:@(-?\\d+),(-?\\d+))?\\+(-?\\d+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyGlyphAndItsPlaceIsThatOfHarfBuzz(Weight weight) throws Exception {
        var harfBuzz = Tool.of("hb-shape", "libharfbuzz-bin");
        var runs = Stream.of(Corpus.cldr(), Corpus.byHand())
                .flatMap(List::stream)
                .flatMap(text -> Shaper.shape(text, weight).stream())
                .collect(Collectors.groupingBy(GlyphRun::face));
        assertThat(runs.get(Face.khmer(weight))).hasSizeGreaterThan(900);
        assertThat(runs.get(Face.latin(weight))).hasSizeGreaterThan(10);
        for (var face : runs.keySet()) {
            var texts = folder.resolve(face.postScriptName);
            Files.write(texts, runs.get(face).stream().map(GlyphRun::text).toList());
            var font = Path.of(Face.class
                    .getResource("fonts/" + face.postScriptName + ".ttf")
                    .toURI());
            var printed = harfBuzz.run(
                    texts,
                    "--text-file=-",
                    "--font-file=" + font,
                    "--shaper=ot",
                    "--no-glyph-names",
                    "--no-clusters",
                    "--remove-default-ignorables");
            assertThat(printed).hasSameSizeAs(runs.get(face));
            for (var i = 0; i < printed.size(); i++) {
                var run = runs.get(face).get(i);
                assertThat(shown(run)).as(run.text()).isEqualTo(harfBuzz(printed.get(i)));
            }
        }
    }

    private static List<String> shown(GlyphRun run) {
        var shown = new ArrayList<String>();
        run.glyphs().forEach(glyph -> shown.add("%d at %d, %d".formatted(glyph.id(), glyph.x(), glyph.y())));
        shown.add("end at " + run.advance());
        return shown;
    }

    private static List<String> harfBuzz(String printed) {
        var shown = new ArrayList<String>();
        var pen = 0;
        for (var glyph : GLYPH.matcher(printed).results().toList()) {
            var moved = glyph.group(2) != null;
            shown.add("%s at %d, %d"
                    .formatted(
                            glyph.group(1),
                            pen + (moved ? Integer.parseInt(glyph.group(2)) : 0),
                            moved ? Integer.parseInt(glyph.group(3)) : 0));
            pen += Integer.parseInt(glyph.group(4));
        }
        shown.add("end at " + pen);
        return shown;
    }

    @Test
    void whatTheGlyphsStandForIsTheText() {
        for (var text :
                Stream.of(Corpus.cldr(), Corpus.byHand()).flatMap(List::stream).toList()) {
            for (var run : Shaper.shape(text, Weight.REGULAR)) {
                var letters = run.glyphs().stream().map(Glyph::letters).toList();
                assertThat(letters).noneMatch(String::isEmpty);
                assertThat(String.join("", letters).replace("\u200B", ""))
                        .isEqualTo(run.text().replace("\u200B", ""));
            }
        }
    }

    @Test
    void runsAreTheTextInItsOrder() {
        for (var text :
                Stream.of(Corpus.cldr(), Corpus.byHand()).flatMap(List::stream).toList()) {
            assertThat(Shaper.shape(text, Weight.BOLD).stream()
                            .map(GlyphRun::text)
                            .collect(Collectors.joining()))
                    .isEqualTo(text);
        }
    }

    @Test
    void digitsAndSignsGoWithTheLettersAroundThem() {
        assertThat(texts("12. លោក Sok, ៥ (Sala) សាលា!")).containsExactly("12. លោក ", "Sok, ", "៥ (", "Sala) ", "សាលា!");
        assertThat(texts("2022")).containsExactly("2022");
        assertThat(Shaper.shape("2022", Weight.REGULAR).getFirst().face()).isEqualTo(Face.latin(Weight.REGULAR));
    }

    @Test
    void aSignThatOnlyOneFaceHasIsSetInIt() {
        var runs = Shaper.shape("សាលា ½ № ‰ ក", Weight.REGULAR);
        assertThat(runs).allSatisfy(run -> assertThat(run.glyphs()).allMatch(glyph -> glyph.id() != 0));
    }

    @Test
    void whatNoFaceHasIsAVisibleBox() {
        for (var text : List.of("😀", "สวัสดี", "中文", "שלום", "مرحبا")) {
            assertThat(Shaper.shape(text, Weight.REGULAR).getFirst().glyphs())
                    .as(text)
                    .isNotEmpty()
                    .allMatch(glyph -> glyph.id() == 0);
        }
    }

    @Test
    void whatShowsNothingHasNoGlyphAndStaysInTheText() {
        var run = Shaper.shape("កោះ\u200Bកុង", Weight.REGULAR).getFirst();
        assertThat(run.text()).contains("\u200B");
        assertThat(run.advance())
                .isEqualTo(Shaper.shape("កោះកុង", Weight.REGULAR).getFirst().advance());
    }

    private static List<String> texts(String text) {
        return Shaper.shape(text, Weight.REGULAR).stream().map(GlyphRun::text).toList();
    }
}
