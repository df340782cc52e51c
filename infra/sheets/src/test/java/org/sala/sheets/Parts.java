package org.sala.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook by hand, part by part, for what no program writes. */
final class Parts {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String SHARED_TEXTS = "xl/sharedStrings.xml";

    /** Writes a part's content, which may be long. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Map<String, Content> contents = new LinkedHashMap<>();

    Parts() {
        with("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="%1$ssheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$sworksheet+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="%1$ssharedStrings+xml"/>
                </Types>""".formatted(TYPE));
        with("_rels/.rels", relation(OFFICE + "/officeDocument", "xl/workbook.xml"));
        with("xl/workbook.xml", """
                <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="one" sheetId="1" r:id="r1"/></sheets></workbook>""".formatted(MAIN, OFFICE));
        with("xl/_rels/workbook.xml.rels", relation(OFFICE + "/worksheet", "worksheets/sheet1.xml"));
    }

    private static String relation(String type, String target) {
        return """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="r1" Type="%s" Target="%s"/></Relationships>""".formatted(type, target);
    }

    static byte[] workbook(String rows) {
        return new Parts().with(SHEET, sheet(rows)).zipped();
    }

    static String sheet(String rows) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    Parts with(String name, String content) {
        return with(name, out -> out.write(content.getBytes(UTF_8)));
    }

    Parts with(String name, Content content) {
        contents.put(name, content);
        return this;
    }

    byte[] zipped() {
        var bytes = new ByteArrayOutputStream();
        writeTo(bytes);
        return bytes.toByteArray();
    }

    void writeTo(OutputStream out) {
        try (var zip = new ZipOutputStream(out)) {
            for (var part : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().writeTo(zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
