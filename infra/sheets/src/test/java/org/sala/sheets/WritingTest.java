package org.sala.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, as others read it and as we do. */
class WritingTest {

    private static final List<Column> COLUMNS = List.of(Column.of("ឈ្មោះ"), new Column("Value", 20));

    private static byte[] written(Format format, Consumer<TableWriter> filled) {
        var bytes = new ByteArrayOutputStream();
        try (var out = TableWriter.to(bytes, format)) {
            filled.accept(out);
        }
        return bytes.toByteArray();
    }

    private static byte[] rows(Format format, List<? extends List<String>> rows) {
        return written(format, out -> {
            out.sheet("people", COLUMNS);
            rows.forEach(row -> out.row(row.toArray()));
        });
    }

    @Test
    void aCsvIsUtf8ThatExcelKnowsWithoutFormulas() {
        var csv = written(Format.CSV, out -> {
            out.sheet("people", COLUMNS);
            out.row("សុខ, ដារ៉ា", "=1+1");
            out.row(null, LocalDateTime.of(2022, 6, 7, 14, 30));
            out.row(new BigDecimal("1E3"), 0.1 + 0.2, 12345678L, true, LocalDate.of(2022, 6, 7), LocalTime.of(9, 5));
            out.sheet("origin", List.of(new Column("", 30)));
            out.row("+by", -5);
        });
        assertThat(new String(csv, UTF_8)).isEqualTo("""
                \ufeffឈ្មោះ,Value
                "សុខ, ដារ៉ា",'=1+1
                ,2022-06-07 14:30
                1000,0.3,12345678,TRUE,2022-06-07,09:05

                '+by,-5
                """.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "\n=1", "＝1", " =1", "\u200b=1", "'=1"})
    void whatASpreadsheetWouldRunIsDisarmed(String text) {
        assertThat(FormulaText.disarmed(text)).isEqualTo("'" + text);
        assertThat(FormulaText.undone("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "អង្គការ", "a=1", "'neath", "012", "5-6"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(FormulaText.disarmed(text)).isEqualTo(text);
    }

    @Test
    void aWorkbookHasNumbersDatesAndTextsAsSuch() throws IOException {
        var xlsx = written(Format.XLSX, out -> {
            out.sheet("people: all/some", COLUMNS);
            out.row("=1+1", "012345678");
            out.row(12345678, new BigDecimal("0.25"), 12345678901234567L, true);
            out.row(LocalDate.of(2022, 6, 7), LocalDateTime.of(2022, 6, 7, 14, 30), LocalTime.of(9, 5));
            out.row(LocalDate.of(1899, 6, 7), null, "a_x0041_b");
            out.sheet("origin", List.of(new Column("", 30)));
            out.row("by", "x".repeat(40_000));
        });
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("people- all-some");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getColumnWidth(1)).isEqualTo(20 * 256);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("ឈ្មោះ");
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold())
                    .isTrue();
            var formula = sheet.getRow(1).getCell(0);
            assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
            assertThat(formula.getStringCellValue()).isEqualTo("=1+1");
            assertThat(formula.getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(sheet.getRow(2).getCell(0).getNumericCellValue()).isEqualTo(12345678);
            assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(0.25);
            assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("12345678901234567");
            assertThat(sheet.getRow(2).getCell(3).getBooleanCellValue()).isTrue();
            assertThat(DateUtil.isCellDateFormatted(sheet.getRow(3).getCell(0))).isTrue();
            assertThat(sheet.getRow(3).getCell(1).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(2022, 6, 7, 14, 30));
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("1899-06-07");
            assertThat(sheet.getRow(4).getCell(2).getStringCellValue()).isEqualTo("a_x0041_b");
            assertThat(book.getSheetAt(1).getRow(0).getCell(1).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("x…");
        }
        assertThat(Read.of(xlsx).texts())
                .containsExactly(
                        List.of("=1+1", "012345678"),
                        List.of("12345678", "0.25", "12345678901234567", "TRUE"),
                        List.of("2022-06-07", "2022-06-07T14:30", "09:05"),
                        List.of("1899-06-07", "", "a_x0041_b"));
    }

    @Test
    void whatIsNoValueIsRefused() {
        assertThatThrownBy(() -> written(Format.CSV, out -> out.row(new Object())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(Format.XLSX, out -> {
                    out.sheet("a", COLUMNS);
                    out.row(new Object());
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreGivenBackAsTheyCameWithTheReason(Format format) {
        var came = Read.of(written(Format.XLSX, out -> {
            out.sheet("people", COLUMNS);
            out.row("=សុខ", "012", null, "right of the headings");
            out.row(12345678, LocalDate.of(2022, 6, 7));
            out.row(LocalTime.of(14, 30), true);
        }));
        var bytes = new ByteArrayOutputStream();
        try (var mend = new RowsToMend(bytes, format, "to mend", came.headings(), "Reason")) {
            came.rows().forEach(row -> mend.add(row, "why " + row.number()));
            assertThat(mend.rows()).isEqualTo(3);
        }
        var back = Read.of(bytes.toByteArray());
        assertThat(back.headings()).containsExactly("ឈ្មោះ", "Value", "Reason");
        assertThat(back.texts())
                .containsExactly(
                        List.of("=សុខ", "012", "why 2", "", "right of the headings"),
                        List.of("12345678", "2022-06-07", "why 3"),
                        List.of("14:30", "TRUE", "why 4"));
        if (format == Format.XLSX) {
            assertThat(back.rows().get(1).cell(1).kind()).isEqualTo(Cell.Kind.DATE);
        }
    }

    /** Whatever is in the cells, they come back as they were, but for what {@link Texts#normalised} takes away. */
    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll("tables") List<List<String>> table, @ForAll Format format) {
        assertThat(Read.of(rows(format, table)).texts()).isEqualTo(expected(table));
    }

    @Property(tries = 500)
    void textInEveryEncodingWithEveryDelimiterIsReadAgain(
            @ForAll("tables") List<List<String>> table,
            @ForAll("encodings") String encoding,
            @ForAll("delimiters") char delimiter) {
        var text = new StringBuilder(encoding.endsWith("+") ? "\ufeff" : "");
        var all = new ArrayList<List<String>>();
        all.add(List.of("Name", "Value"));
        all.addAll(table);
        for (var row : all) {
            text.append(row.stream()
                            .map(cell -> "\"" + FormulaText.disarmed(cell).replace("\"", "\"\"") + "\"")
                            .collect(Collectors.joining(String.valueOf(delimiter))))
                    .append("\r\n");
        }
        var charset = Charset.forName(encoding.replace("+", ""));
        assertThat(Read.of(text.toString().getBytes(charset)).texts()).isEqualTo(expected(table));
    }

    @Property(tries = 300)
    void windowsTextIsReadAgain(@ForAll("latin") String name, @ForAll("delimiters") char delimiter) {
        var charset = Charset.forName("windows-1252");
        var text = "Name" + delimiter + "Note\n\"é" + name + "\"" + delimiter + "“é”\n";
        var bytes = text.getBytes(charset);
        assertThat(Read.of(bytes).texts()).containsExactly(List.of(Texts.normalised("é" + name), "“é”"));
    }

    private static List<List<String>> expected(List<List<String>> table) {
        return table.stream()
                .map(row -> row.stream().map(Texts::normalised).toList())
                .map(row -> row.subList(
                        0,
                        IntStream.rangeClosed(0, row.size())
                                .filter(n -> n == 0 || !row.get(n - 1).isEmpty())
                                .max()
                                .orElse(0)))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        var text = Arbitraries.oneOf(
                Arbitraries.strings().withChars("=+-@'\",;\t\n|ab \u00a0\u200b").ofMaxLength(8),
                Arbitraries.strings().withCharRange('\u1780', '\u17e9').ofMaxLength(20),
                Arbitraries.strings()
                        .withCharRange(' ', '\u024f')
                        .excludeChars('\u007f')
                        .ofMaxLength(20),
                Arbitraries.of(
                        "012345678", "+855 12 345 678", "😀", "_x0041_", "Cafe\u0301", "សុខ\u200bដារ៉ា", "\"\"", "''"));
        return text.list().ofSize(2).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> encodings() {
        return Arbitraries.of("UTF-8", "UTF-8+", "UTF-16LE", "UTF-16LE+", "UTF-16BE", "UTF-16BE+");
    }

    @Provide
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Provide
    Arbitrary<String> latin() {
        return Arbitraries.strings().withCharRange('\u00c0', '\u00ff').alpha().ofMaxLength(20);
    }
}
