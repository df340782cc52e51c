package org.sala.sheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.sheets.SheetRefused.Reason;

/** Files that are something else, are broken, or mean harm. */
class HostileFilesTest {

    private static final String ROWS = "<row><c t=\"s\"><v>0</v></c><c><v>1</v></c></row>";

    @Test
    void whatIsSomethingElseIsRefusedByItsName() throws Exception {
        assertThat(reason("%PDF-1.7\n%âãÏÓ\n")).isEqualTo(Reason.PDF);
        assertThat(reason("\u0089PNG\r\n\u001a\n")).isEqualTo(Reason.IMAGE);
        assertThat(reason("\u00ff\u00d8\u00ff\u00e0..JFIF")).isEqualTo(Reason.IMAGE);
        assertThat(reason("\u0000\u0000\u0000\u0018ftypheic")).isEqualTo(Reason.IMAGE);
        assertThat(reason("\n<html><table><tr><td>a</td></tr></table>")).isEqualTo(Reason.NOT_A_TABLE);
        assertThat(reason("<?xml version=\"1.0\"?><Workbook/>")).isEqualTo(Reason.NOT_A_TABLE);
        assertThat(reason("{\\rtf1 a,b}")).isEqualTo(Reason.NOT_A_TABLE);
        assertThat(Read.refused(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))
                        .reason())
                .isEqualTo(Reason.OPEN_DOCUMENT);
        assertThat(Read.refused(zip("word/document.xml", "<a/>")).reason()).isEqualTo(Reason.NOT_A_TABLE);
        assertThat(Read.refused(zip("people.csv", "a,b\n1,2")).reason()).isEqualTo(Reason.NOT_A_TABLE);
        assertThat(Read.refused(zip("xl/workbook.bin", "")).reason()).isEqualTo(Reason.BINARY_EXCEL);
    }

    @Test
    void excelOfOldAndPasswordsAreToldApart() throws Exception {
        try (var old = new HSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            old.createSheet().createRow(0).createCell(0).setCellValue("a");
            old.write(bytes);
            assertThat(Read.refused(bytes.toByteArray()).reason()).isEqualTo(Reason.OLD_EXCEL);
        }
        try (var files = new POIFSFileSystem();
                var bytes = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var book = new XSSFWorkbook();
                    var out = encryptor.getDataStream(files)) {
                book.createSheet().createRow(0).createCell(0).setCellValue("a");
                book.write(out);
            }
            files.writeFilesystem(bytes);
            assertThat(Read.refused(bytes.toByteArray()).reason()).isEqualTo(Reason.ENCRYPTED);
        }
    }

    /** A gigabyte that is made while it is read; all that is kept of it is as long as the limit. */
    @Test
    void aGigabyteIsRefusedWhileItIsRead() {
        var line = "Sok Dara,012345678\n".getBytes(UTF_8);
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                return given < 1L << 30 ? line[(int) (given++ % line.length)] : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                for (var i = 0; i < length; i++) {
                    var next = read();
                    if (next < 0) {
                        return i == 0 ? -1 : i;
                    }
                    into[offset + i] = (byte) next;
                }
                return length;
            }
        };
        var limits = Limits.DEFAULT.withFileBytes(5 << 20);
        assertThatThrownBy(() -> Tables.open(endless, limits, Choice.FIRST))
                .isInstanceOfSatisfying(
                        SheetRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
        assertThat(endless.given).isLessThan(6 << 20);
    }

    @Test
    void aLargeFileIsRefusedUnread(@TempDir Path folder) throws Exception {
        var file = folder.resolve("large.csv");
        try (var sparse = Files.newByteChannel(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            sparse.position(1L << 30);
            sparse.write(ByteBuffer.allocate(1));
        }
        assertThatThrownBy(() -> Tables.open(file, Limits.DEFAULT)).hasMessage("TOO_LARGE");
    }

    @Test
    void aZipBombInASheetIsRefusedByItsRatio() {
        var bomb = new Parts()
                .with(Parts.SHEET, out -> {
                    out.write("<worksheet><sheetData>".getBytes(UTF_8));
                    var nothing = " ".repeat(1 << 20).getBytes(UTF_8);
                    for (var i = 0; i < 150; i++) {
                        out.write(nothing);
                    }
                })
                .zipped();
        assertThat(bomb).hasSizeLessThan(4 << 20);
        assertThat(Read.refused(bomb, Limits.DEFAULT.withRows(Integer.MAX_VALUE)))
                .hasMessage("UNPACKS_TOO_LARGE");
    }

    @Test
    void aZipBombInWhatTheSheetsShareIsRefusedBeforeItIsStored() {
        var bomb = new Parts()
                .with(Parts.SHEET, Parts.sheet(ROWS))
                .with(Parts.SHARED_TEXTS, out -> {
                    out.write("<sst>".getBytes(UTF_8));
                    var texts = "<si><t>aaaaaaaaaaaaaaaaaaaaaaaa</t></si>"
                            .repeat(1000)
                            .getBytes(UTF_8);
                    for (var i = 0; i < 2000; i++) {
                        out.write(texts);
                    }
                })
                .zipped();
        assertThat(Read.refused(bomb)).hasMessage("UNPACKS_TOO_LARGE");
    }

    @Test
    void aZipBombInWhatIsReadWholeIsRefused() {
        var random = new Random(1);
        var elements = new StringBuilder("<Types>");
        while (elements.length() < 5 << 20) {
            elements.append("<a b=\"")
                    .append(random.nextLong())
                    .append(random.nextLong())
                    .append("\"/>");
        }
        var content = elements.toString();
        for (var part : new String[] {"[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"}) {
            var bomb = new Parts()
                    .with(Parts.SHEET, Parts.sheet(ROWS))
                    .with(part, content)
                    .zipped();
            assertThat(Read.refused(bomb)).as(part).hasMessage("UNPACKS_TOO_LARGE");
        }
    }

    @Test
    void allThatIsUnpackedCountsTogether() {
        var file =
                Parts.workbook("<row><c t=\"str\"><v>heading</v></c><c><v>1</v></c></row>" + "<row/>".repeat(20_000));
        assertThat(Read.of(file).headings()).hasSize(2);
        assertThat(Read.refused(file, Limits.DEFAULT.withUnpackedBytes(100_000)))
                .hasMessage("UNPACKS_TOO_LARGE");
    }

    /** Numbers that packing can't shorten, so that no ratio gives it away: the parser's own bounds have to. */
    @Test
    void anAttributeAndANestingWithoutEndAreRefused() {
        var random = new Random(1);
        var attribute = new Parts()
                .with(Parts.SHEET, out -> {
                    out.write("<worksheet><sheetData><row r=\"".getBytes(UTF_8));
                    for (var i = 0; i < 100_000; i++) {
                        out.write(Integer.toString(random.nextInt()).getBytes(UTF_8));
                    }
                    out.write("\"/></sheetData></worksheet>".getBytes(UTF_8));
                })
                .zipped();
        assertThat(Read.refused(attribute).reason()).isEqualTo(Reason.DAMAGED);
        var nested = Parts.workbook("<row>".repeat(100_000));
        assertThat(Read.refused(nested).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void namesWithoutEndAreRefused() {
        for (var name : new String[] {"<a%d/>", "<a b%d=\"\"/>", "<a xmlns:c%d=\"d\"/>", "<?e%d f?>"}) {
            var rows = new StringBuilder();
            for (var i = 0; i < 2000; i++) {
                rows.append(name.formatted(i));
            }
            assertThat(Read.refused(Parts.workbook(rows.toString())).reason()).isEqualTo(Reason.DAMAGED);
        }
    }

    @Test
    void aTextWithoutEndIsCutWhereTheLimitIs() {
        var random = new Random(1);
        for (var wrapped : new String[] {"%s", "<![CDATA[%s]]>"}) {
            var text = new StringBuilder();
            for (var i = 0; i < 200_000; i++) {
                text.append(random.nextInt());
            }
            var file = Parts.workbook("<row><c t=\"str\"><v>" + wrapped.formatted(text) + "</v></c></row>");
            assertThat(Read.refused(file)).hasMessage("CELL_TOO_LONG at A1");
        }
    }

    @Test
    void aDocumentTypeIsRefusedAndNothingOutsideIsRead(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        var type = "<!DOCTYPE a [<!ENTITY x SYSTEM \"%s\">]>".formatted(secret.toUri());
        var sheet = type + Parts.sheet("<row><c t=\"str\"><v>&x;</v></c></row>");
        assertThat(Read.refused(new Parts().with(Parts.SHEET, sheet).zipped())).hasMessage("DOCUMENT_TYPE");
        var texts = new Parts()
                .with(Parts.SHEET, Parts.sheet(ROWS))
                .with(Parts.SHARED_TEXTS, type + "<sst><si><t>&x;</t></si></sst>")
                .zipped();
        assertThat(Read.refused(texts)).hasMessage("DOCUMENT_TYPE");
        var types = new Parts()
                .with(Parts.SHEET, Parts.sheet(ROWS))
                .with("[Content_Types].xml", type + "<Types>&x;</Types>")
                .zipped();
        assertThat(Read.refused(types)).hasMessage("DOCUMENT_TYPE");
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        var type = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 \"ha\">");
        for (var i = 1; i < 40; i++) {
            type.append("<!ENTITY x%d \"&x%d;&x%d;\">".formatted(i, i - 1, i - 1));
        }
        var sheet = type + "]>" + Parts.sheet("<row><c t=\"str\"><v>&x39;</v></c></row>");
        assertThat(Read.refused(new Parts().with(Parts.SHEET, sheet).zipped())).hasMessage("DOCUMENT_TYPE");
    }

    @Test
    void brokenWorkbooksAreRefusedWhereTheyBreak() {
        assertThat(Read.refused(Parts.workbook("<row><c t=\"str\"><v>a</v></c><c><v>x</v></c></row>")))
                .hasMessage("DAMAGED at B1")
                .hasNoCause();
        assertThat(Read.refused(Parts.workbook("<row><c t=\"s\"><v>7</v></c></row>")))
                .hasMessage("DAMAGED at A1");
        assertThat(Read.refused(Parts.workbook("<row r=\"3\"><c><v>1</v></c></row><row r=\"2\"/>"))
                        .reason())
                .isEqualTo(Reason.DAMAGED);
        assertThat(Read.refused(Parts.workbook("<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"/></row>"))
                        .reason())
                .isEqualTo(Reason.DAMAGED);
        assertThat(Read.refused(Parts.workbook("<row><c t=\"str\"><v>a</row>"))).hasMessage("DAMAGED at 1");
        assertThat(Read.refused(Parts.workbook("<row><c><v>1e999</v></c></row>")))
                .hasMessage("DAMAGED at A1");
    }

    @Test
    void aFileThatWasCutShortIsRefusedWhereverItWasCut() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            for (var i = 0; i < 50; i++) {
                sheet.createRow(i).createCell(0).setCellValue("text " + i);
            }
            book.write(bytes);
        }
        var file = bytes.toByteArray();
        for (var length = 4; length < file.length; length += 101) {
            assertThat(Read.refused(Arrays.copyOf(file, length)).reason()).isEqualTo(Reason.DAMAGED);
        }
    }

    /** Whatever single bytes are changed: a refusal, or a table; never another exception, which might quote the file. */
    @Test
    void noChangedByteBringsAnythingButARefusal() {
        var file = new Parts()
                .with(Parts.SHEET, Parts.sheet(ROWS.repeat(20)))
                .with(Parts.SHARED_TEXTS, "<sst><si><t>Sok</t></si></sst>")
                .zipped();
        var random = new Random(7);
        for (var i = 0; i < 1000; i++) {
            var changed = file.clone();
            changed[4 + random.nextInt(changed.length - 4)] = (byte) random.nextInt();
            try {
                Read.of(changed);
            } catch (SheetRefused refused) {
                assertThat(refused).hasNoCause();
            }
        }
    }

    @Test
    void nothingStaysInTheTemporaryFolder() throws Exception {
        var before = temporaryFiles();
        Read.refused(Parts.workbook("<row><c><v>x</v></c></row>"));
        Read.refused("a,\"b".getBytes(UTF_8));
        Read.of(new Parts()
                .with(Parts.SHEET, Parts.sheet(ROWS))
                .with(Parts.SHARED_TEXTS, "<sst><si><t>Sok</t></si></sst>")
                .zipped());
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static long temporaryFiles() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("(sheet|texts)\\d+\\.tmp"))
                    .count();
        }
    }

    private static Reason reason(String bytes) {
        return Read.refused(bytes.getBytes(ISO_8859_1)).reason();
    }

    private static byte[] zip(String name, String content) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
