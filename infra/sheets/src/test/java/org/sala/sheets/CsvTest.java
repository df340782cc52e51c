package org.sala.sheets;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.sheets.SheetRefused.Reason;

class CsvTest {

    private static final String KHMER = "ឈ្មោះ,ទូរស័ព្ទ\r\nសុខ ដារ៉ា,012 345 678\r\n";

    @Test
    void utf8IsReadWithAndWithoutByteOrderMark() {
        var expected = List.of(List.of("សុខ ដារ៉ា", "012 345 678"));
        assertThat(Read.of(KHMER.getBytes(UTF_8)).texts()).isEqualTo(expected);
        var marked = Read.of(("\ufeff" + KHMER).getBytes(UTF_8));
        assertThat(marked.texts()).isEqualTo(expected);
        assertThat(marked.headings()).containsExactly("ឈ្មោះ", "ទូរស័ព្ទ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsReadWithAndWithoutByteOrderMark(String charset) {
        for (var text : List.of(KHMER, "\ufeff" + KHMER)) {
            var read = Read.of(text.getBytes(Charset.forName(charset)));
            assertThat(read.headings()).containsExactly("ឈ្មោះ", "ទូរស័ព្ទ");
            assertThat(read.texts()).containsExactly(List.of("សុខ ដារ៉ា", "012 345 678"));
        }
    }

    @Test
    void whatIsNoUtf8IsReadAsWindowsWroteIt() {
        var read = Read.of("Nom;Prénom\nLefèvre;Zoë – “Z”\n".getBytes(Charset.forName("windows-1252")));
        assertThat(read.headings()).containsExactly("Nom", "Prénom");
        assertThat(read.texts()).containsExactly(List.of("Lefèvre", "Zoë – “Z”"));
    }

    @Test
    void aLetterBeyondTheFirstKilobytesDecidesToo() {
        var text = "Name,Note\n" + "Sok,plain\n".repeat(20_000) + "Zoë,end\n";
        var read = Read.of(text.getBytes(Charset.forName("windows-1252")));
        assertThat(read.rows().getLast().text(0)).isEqualTo("Zoë");
    }

    @Test
    void khmerThatWasCutInALetterIsRefusedAndNotReadAsRubbish() {
        var text = KHMER.getBytes(UTF_8);
        assertThat(Read.refused(Arrays.copyOf(text, text.length - 19)).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void linesWithinACellEndAsInAWorkbook() {
        var read = Read.of("a,b\r\n\"one\r\ntwo\",2\r\n".getBytes(UTF_8));
        assertThat(read.texts()).containsExactly(List.of("one\ntwo", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterIsGuessedAmongQuotedOnes(String delimiter) {
        var text = """
                "Name, first; last\tall"|Phone|"Note"
                "Dara; ""Da"", the\tfirst"|012|"one
                two, three; four"
                Sok|011|
                """.replace("|", delimiter);
        var read = Read.of(text.getBytes(UTF_8));
        assertThat(read.headings()).containsExactly("Name, first; last\tall", "Phone", "Note");
        assertThat(read.texts())
                .containsExactly(
                        List.of("Dara; \"Da\", the\tfirst", "012", "one\ntwo, three; four"), List.of("Sok", "011"));
        assertThat(read.numbers()).containsExactly(2, 3);
    }

    @Test
    void commasOfDecimalsAreNoDelimiters() {
        var read = Read.of("Size;Share\n1,5;0,25\n2,5;0,75\n".getBytes(UTF_8));
        assertThat(read.texts()).containsExactly(List.of("1,5", "0,25"), List.of("2,5", "0,75"));
    }

    @Test
    void excelsOwnWayToTellTheDelimiterIsNoRow() {
        var read = Read.of("sep=;\r\na,b;c\r\n1;2\r\n".getBytes(UTF_8));
        assertThat(read.headings()).containsExactly("a,b", "c");
        assertThat(read.numbers()).containsExactly(2);
    }

    @Test
    void oneColumnIsATableToo() {
        var read = Read.of("E-mail\na@example.org\nb@example.org\n".getBytes(UTF_8));
        assertThat(read.headings()).containsExactly("E-mail");
        assertThat(read.texts()).containsExactly(List.of("a@example.org"), List.of("b@example.org"));
    }

    @Test
    void rowsKeepTheNumbersThatASpreadsheetShows() {
        var read = Read.of("a,b\n\n1,\"x\ny\"\n,,\n2,z\r\n".getBytes(UTF_8));
        assertThat(read.numbers()).containsExactly(3, 5);
        assertThat(read.rows().getFirst().cell(1).reference()).isEqualTo("B3");
    }

    @Test
    void titlesAboveTheHeadingsArePassedOver() {
        var text = "List of participants\n\nas of June\nName,Phone\nSok,012\n";
        assertThat(Read.of(text.getBytes(UTF_8)).headings()).containsExactly("Name", "Phone");
        var chosen = Read.of(text.getBytes(UTF_8), Limits.DEFAULT, Choice.FIRST.headingsInRow(3));
        assertThat(chosen.headings()).containsExactly("as of June");
        assertThat(chosen.numbers()).containsExactly(4, 5);
        assertThatThrownBy(() -> Read.of(text.getBytes(UTF_8), Limits.DEFAULT, Choice.FIRST.headingsInRow(2)))
                .isInstanceOfSatisfying(SheetRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.NO_HEADINGS);
                    assertThat(refused.place().row()).isEqualTo(2);
                });
    }

    @Test
    void textsAreNormalisedAndKeepWhatIsInside() {
        var read = Read.of("a,b\n\u00a0\u200bCafe\u0301\u200b ,ខ្ញុំ\u200bទៅ\u202f\n\u200b,\u00a0\n".getBytes(UTF_8));
        assertThat(read.texts()).containsExactly(List.of("Café", "ខ្ញុំ\u200bទៅ"));
        assertThat(Texts.withLatinDigits("០១២ ៣៤៥-6")).isEqualTo("012 345-6");
    }

    @Test
    void anApostropheThatKeepsAPlusIsTakenAway() {
        var read = Read.of("Phone,Word\n'+855 12,'neath\n".getBytes(UTF_8));
        assertThat(read.texts()).containsExactly(List.of("+855 12", "'neath"));
    }

    @Test
    void quotesThatAreNeverClosedAreRefusedWhereTheyBegin() {
        var refused = Read.refused("a,b\n1,2\n3,\"x\n4,5\n6,7\n".getBytes(UTF_8));
        assertThat(refused.reason()).isEqualTo(Reason.BROKEN_QUOTES);
        assertThat(refused.place().row()).isEqualTo(3);
        assertThat(Read.refused(("a,b\n1,\"x" + "\n4,5".repeat(100_000)).getBytes(UTF_8))
                        .reason())
                .isEqualTo(Reason.CELL_TOO_LONG);
    }

    @Test
    void limitsHoldAndSayWhere() {
        var file = "a,b\n1,2\n3,4\n,,,x\n".getBytes(UTF_8);
        var rows = Read.refused(file, Limits.DEFAULT.withRows(2));
        assertThat(rows.reason()).isEqualTo(Reason.TOO_MANY_ROWS);
        assertThat(rows.place().reference()).isEqualTo("4");
        var columns = Read.refused(file, Limits.DEFAULT.withColumns(3));
        assertThat(columns.reason()).isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(columns).hasMessage("TOO_MANY_COLUMNS at D4");
        var long1 = Read.refused("a,b\n1,secret\n".getBytes(UTF_8), Limits.DEFAULT.withCellCharacters(5));
        assertThat(long1).hasMessage("CELL_TOO_LONG at B2").hasNoCause();
    }

    @Test
    void aHundredThousandEmptyFieldsAreNoColumns() {
        var read = Read.of(("a,b" + ",".repeat(100_000) + "\n1,2\n").getBytes(UTF_8));
        assertThat(read.headings()).containsExactly("a", "b");
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThat(Read.refused("a\u0000b\u0000\u0000c".getBytes(UTF_8)).reason())
                .isEqualTo(Reason.NOT_A_TABLE);
        assertThat(Read.refused(new byte[] {(byte) 0xE0, 1, 2, (byte) 0x81}).reason())
                .isEqualTo(Reason.NOT_A_TABLE);
        var halfOfAPair = "\ufeffa,b\n?,\n".getBytes(UTF_16LE);
        halfOfAPair[11] = (byte) 0xD8;
        assertThat(Read.refused(halfOfAPair).reason()).isEqualTo(Reason.DAMAGED);
        assertThat(Read.refused(new byte[0]).reason()).isEqualTo(Reason.EMPTY);
        assertThat(Read.refused(",,\n\n ,\n".getBytes(UTF_8)).reason()).isEqualTo(Reason.EMPTY);
        assertThat(Read.refused("\ufeff".getBytes(UTF_16BE)).reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void progressGoesFromNothingToAllOfIt(@TempDir Path folder) throws Exception {
        var file = folder.resolve("any name");
        Files.writeString(file, "a,b\n" + "1,2\n".repeat(100_000));
        try (var table = Tables.open(file, Limits.DEFAULT)) {
            assertThat(table.progress().share()).isLessThan(0.5);
            table.forEach(row -> assertThat(row.number()).isPositive());
            assertThat(table.progress()).isEqualTo(new Progress(400_004, 400_004));
        }
    }

    @Test
    void aTableIsReadOnce() throws Exception {
        try (var table =
                Tables.open(new ByteArrayInputStream("a,b\n1,2".getBytes(UTF_8)), Limits.DEFAULT, Choice.FIRST)) {
            assertThat(table).hasSize(1);
            assertThatThrownBy(table::iterator).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void nothingThatIsPrintedShowsWhatIsWritten() {
        var row = Read.of("a,b\nSok,012\n".getBytes(UTF_8)).rows().getFirst();
        assertThat(row).hasToString("row 2");
        assertThat(row.cell(0)).hasToString("A2 TEXT");
    }
}
