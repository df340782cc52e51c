package org.sala.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.sheets.SheetRefused.Reason;

/** What POI writes, and what other programs do. */
class XlsxTest {

    private static byte[] workbook(Consumer<XSSFWorkbook> filled) {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            filled.accept(workbook);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void texts(XSSFSheet sheet, int row, String... texts) {
        var made = sheet.createRow(row);
        for (var column = 0; column < texts.length; column++) {
            if (!texts[column].isEmpty()) {
                made.createCell(column).setCellValue(texts[column]);
            }
        }
    }

    /** The one cell under a heading. */
    private static Cell cell(Consumer<XSSFCell> filled) {
        return Read.of(workbook(book -> {
                    var sheet = book.createSheet();
                    texts(sheet, 0, "Heading", "other");
                    var row = sheet.createRow(1);
                    filled.accept(row.createCell(0));
                    row.createCell(1).setCellValue("there");
                }))
                .rows()
                .getFirst()
                .cell(0);
    }

    private static Cell formatted(double number, String format) {
        return cell(cell -> {
            var book = cell.getSheet().getWorkbook();
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(format));
            cell.setCellStyle(style);
            cell.setCellValue(number);
        });
    }

    @Test
    void textsAreReadAsTheyWereTyped() {
        assertThat(cell(cell -> cell.setCellValue(" សុខ ដារ៉ា\u00a0")).text()).isEqualTo("សុខ ដារ៉ា");
        assertThat(cell(cell -> cell.setCellValue("012345678"))).isEqualTo(new Cell(2, 0, Cell.Kind.TEXT, "012345678"));
        assertThat(cell(cell -> cell.setCellValue("=1+1")).text()).isEqualTo("=1+1");
        assertThat(cell(cell -> cell.setCellValue("a\nb_x000D_c & <d>")).text()).isEqualTo("a\nb\rc & <d>");
        assertThat(cell(cell -> cell.setCellValue("😀 𝕊")).text()).isEqualTo("😀 𝕊");
    }

    @Test
    void runsOfSeveralLooksAreOneText() {
        assertThat(cell(cell -> {
                            var text = new XSSFRichTextString("Sok ");
                            var bold = new XSSFFont();
                            bold.setBold(true);
                            text.append("Dara", bold);
                            cell.setCellValue(text);
                        })
                        .text())
                .isEqualTo("Sok Dara");
    }

    @Test
    void numbersAreReadAsTheyWereTyped() {
        assertThat(cell(cell -> cell.setCellValue(12345678))).isEqualTo(new Cell(2, 0, Cell.Kind.NUMBER, "12345678"));
        assertThat(cell(cell -> cell.setCellValue(85512345678901d)).text()).isEqualTo("85512345678901");
        assertThat(cell(cell -> cell.setCellValue(0.1 + 0.2)).text()).isEqualTo("0.3");
        assertThat(cell(cell -> cell.setCellValue(-1250.5)).text()).isEqualTo("-1250.5");
        assertThat(cell(cell -> cell.setCellValue(0.0000001)).text()).isEqualTo("0.0000001");
        assertThat(cell(cell -> cell.setCellValue(1e300)).text()).isEqualTo("1E+300");
        assertThat(formatted(1234.5, "#,##0.00").text()).isEqualTo("1234.5");
        assertThat(formatted(12345678, "@").text()).isEqualTo("12345678");
    }

    @Test
    void zerosThatAFormatPutsBeforeANumberAreKept() {
        assertThat(formatted(12345678, "000000000").text()).isEqualTo("012345678");
    }

    @Test
    void datesAndTimesAreIso() {
        assertThat(formatted(44719, "dd/mm/yyyy")).isEqualTo(new Cell(2, 0, Cell.Kind.DATE, "2022-06-07"));
        assertThat(formatted(44719.604166666664, "yyyy-mm-dd hh:mm"))
                .isEqualTo(new Cell(2, 0, Cell.Kind.DATE_TIME, "2022-06-07T14:30"));
        assertThat(formatted(0.604166666664, "h:mm AM/PM")).isEqualTo(new Cell(2, 0, Cell.Kind.TIME, "14:30"));
        assertThat(formatted(44719, "[$-409]d mmmm yyyy;@").text()).isEqualTo("2022-06-07");
        assertThat(formatted(44719, "mmm-yy").kind()).isEqualTo(Cell.Kind.DATE);
        assertThat(formatted(44719.5, "dd.mm.yyyy").text()).isEqualTo("2022-06-07");
        assertThat(formatted(59, "m/d/yy").text()).isEqualTo("1900-02-28");
        assertThat(formatted(61, "m/d/yy").text()).isEqualTo("1900-03-01");
    }

    @Test
    void whatIsNoDateIsANumberWhateverItsFormat() {
        assertThat(formatted(-1, "dd/mm/yyyy")).isEqualTo(new Cell(2, 0, Cell.Kind.NUMBER, "-1"));
        assertThat(formatted(85512345678d, "dd/mm/yyyy").text()).isEqualTo("85512345678");
        assertThat(formatted(5, "0 \"days\"").kind()).isEqualTo(Cell.Kind.NUMBER);
        assertThat(formatted(5, "[Red]0").kind()).isEqualTo(Cell.Kind.NUMBER);
    }

    @Test
    void workbooksOfOldMacintoshesCountFrom1904() {
        var read = Read.of(workbook(book -> {
            book.getCTWorkbook().getWorkbookPr().setDate1904(true);
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            var sheet = book.createSheet();
            texts(sheet, 0, "Day", "Serial");
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue(LocalDate.of(2022, 6, 7));
            row.getCell(0).setCellStyle(style);
            row.createCell(1).setCellValue(row.getCell(0).getNumericCellValue());
        }));
        assertThat(read.texts()).containsExactly(List.of("2022-06-07", "43257"));
    }

    @Test
    void formulasAreWhatTheyGaveWhenTheyWereCalculated() {
        var calculated = cell(cell -> {
            cell.setCellFormula("\"So\"&\"k\"");
            cell.getSheet()
                    .getWorkbook()
                    .getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(cell);
        });
        assertThat(calculated).isEqualTo(new Cell(2, 0, Cell.Kind.TEXT, "Sok"));
        assertThat(cell(cell -> cell.setCellErrorValue(FormulaError.DIV0)))
                .isEqualTo(new Cell(2, 0, Cell.Kind.ERROR, "#DIV/0!"));
        assertThat(cell(cell -> cell.setCellValue(true))).isEqualTo(new Cell(2, 0, Cell.Kind.BOOLEAN, "TRUE"));
    }

    @Test
    void aFormulaThatWasNeverCalculatedIsAnError() {
        var read = Read.of(Parts.workbook("<row><c t=\"str\"><v>a</v></c><c><v>1</v></c></row>"
                + "<row><c><f>1+1</f></c><c><f>1+1</f><v>2</v></c></row>"));
        assertThat(read.rows().getFirst().cells())
                .containsExactly(new Cell(2, 0, Cell.Kind.ERROR, ""), new Cell(2, 1, Cell.Kind.NUMBER, "2"));
    }

    @Test
    void emptyRowsAndColumnsAreNoContent() {
        var read = Read.of(workbook(book -> {
            var sheet = book.createSheet();
            texts(sheet, 2, "Name", "", "Phone");
            sheet.getRow(2).createCell(900).setBlank();
            texts(sheet, 3, "", "\u00a0", "\u200b");
            texts(sheet, 5, "", "Sok");
            sheet.addMergedRegion(new CellRangeAddress(6, 7, 0, 0));
            texts(sheet, 6, "merged", "a");
            texts(sheet, 7, "", "b");
        }));
        assertThat(read.headings()).containsExactly("Name", "", "Phone");
        assertThat(read.numbers()).containsExactly(6, 7, 8);
        assertThat(read.texts()).containsExactly(List.of("", "Sok"), List.of("merged", "a"), List.of("", "b"));
        assertThat(read.rows().getFirst().cell(1).reference()).isEqualTo("B6");
        assertThat(read.rows().getFirst().text(700)).isEmpty();
    }

    @Test
    void theFirstSheetThatIsShownAndHasContentIsReadUnlessOneIsChosen(@TempDir Path folder) throws Exception {
        var file = folder.resolve("book.csv");
        Files.write(file, workbook(book -> {
            texts(book.createSheet("lists"), 0, "hidden", "one");
            book.setSheetHidden(0, true);
            book.createSheet("empty");
            texts(book.createSheet("អ្នកចូលរួម"), 0, "Name", "Phone");
            book.setActiveSheet(2);
        }));
        try (var table = Tables.open(file, Limits.DEFAULT)) {
            assertThat(table.format()).isEqualTo(Format.XLSX);
            assertThat(table.sheet()).hasValue("អ្នកចូលរួម");
            assertThat(table.headings()).containsExactly("Name", "Phone");
            assertThat(table.sheets())
                    .containsExactly(
                            new Sheet("lists", true), new Sheet("empty", false), new Sheet("អ្នកចូលរួម", false));
        }
        try (var table = Tables.open(file, Limits.DEFAULT, Choice.sheet("lists"))) {
            assertThat(table.headings()).containsExactly("hidden", "one");
        }
        assertThat(Tables.sheets(file, Limits.DEFAULT)).hasSize(3);
        assertThatThrownBy(() -> Tables.open(file, Limits.DEFAULT, Choice.sheet("other")))
                .isInstanceOfSatisfying(
                        SheetRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_SUCH_SHEET));
        assertThatThrownBy(() -> Tables.open(file, Limits.DEFAULT, Choice.sheet("empty")))
                .isInstanceOfSatisfying(SheetRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.EMPTY);
                    assertThat(refused.place().sheet()).isEqualTo("empty");
                });
    }

    @Test
    void whatOtherProgramsLeaveOutIsNotMissed() {
        var file = Parts.workbook("""
                <row><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Day</t></is></c></row>
                <row><c t="inlineStr"><is><r><t>So</t></r><r><t>k</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>\
                <c t="d"><v>2022-06-07T00:00:00</v></c></row>
                <row r="7"><c r="B7" t="d"><v>2022-06-07T14:30:00Z</v></c><c/><c><v> 1.5E1 </v></c></row>
                """);
        var read = Read.of(file);
        assertThat(read.headings()).containsExactly("Name", "Day");
        assertThat(read.texts())
                .containsExactly(List.of("Sok", "2022-06-07"), List.of("", "2022-06-07T14:30:00", "", "15"));
        assertThat(read.numbers()).containsExactly(2, 7);
    }

    @Test
    void limitsHoldAndSayWhere() {
        var file = workbook(book -> {
            var sheet = book.createSheet("people");
            texts(sheet, 0, "a", "b");
            texts(sheet, 1, "1", "secret");
            texts(sheet, 2, "1", "", "", "x");
        });
        assertThat(Read.refused(file, Limits.DEFAULT.withRows(1))).hasMessage("TOO_MANY_ROWS at 3");
        assertThat(Read.refused(file, Limits.DEFAULT.withColumns(3))).hasMessage("TOO_MANY_COLUMNS at D3");
        var refused = Read.refused(file, Limits.DEFAULT.withCellCharacters(5));
        assertThat(refused).hasMessage("CELL_TOO_LONG at B2").hasNoCause();
        assertThat(refused.place()).isEqualTo(new Place("people", 2, 1));
    }

    @Test
    void datesOfMomentsKeepTheirSeconds() {
        var read = cell(cell -> {
            var book = cell.getSheet().getWorkbook();
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("m/d/yy h:mm"));
            cell.setCellStyle(style);
            cell.setCellValue(LocalDateTime.of(2022, 6, 7, 23, 59, 58));
        });
        assertThat(read.text()).isEqualTo("2022-06-07T23:59:58");
    }

    @Test
    void progressGoesToTheEnd(@TempDir Path folder) throws Exception {
        var file = folder.resolve("book");
        Files.write(file, workbook(book -> {
            var sheet = book.createSheet();
            for (var row = 0; row < 3000; row++) {
                texts(sheet, row, "a" + row, "b");
            }
        }));
        try (var table = Tables.open(file, Limits.DEFAULT)) {
            assertThat(table.progress().share()).isLessThan(0.5);
            table.forEach(row -> assertThat(row.text(1)).isEqualTo("b"));
            assertThat(table.progress().share()).isGreaterThan(0.99);
        }
    }
}
