package org.sala.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.jspecify.annotations.Nullable;
import org.sala.sheets.SheetRefused.Reason;

/** An XLSX. POI finds its parts; none of them is held. */
final class Workbook implements Closeable {

    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String WORKSHEET = SPREADSHEET + "worksheet+xml";
    private static final String SHARED_TEXTS = SPREADSHEET + "sharedStrings+xml";
    private static final String STYLES = SPREADSHEET + "styles+xml";

    /** Excel has no number for it; more than anybody finds their way in. */
    private static final int MOST_SHEETS = 500;

    private final OPCPackage parts;
    private final Limits limits;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<PackagePart> partsOfSheets = new ArrayList<>();
    private boolean from1904;

    private Workbook(OPCPackage parts, Limits limits) {
        this.parts = parts;
        this.limits = limits;
    }

    static Workbook open(Path file, Limits limits) throws IOException {
        @Nullable GuardedZip zip = null;
        try {
            zip = GuardedZip.open(file, limits);
            var workbook = new Workbook(OPCPackage.open(zip), limits);
            workbook.readSheets();
            return workbook;
        } catch (IOException | InvalidFormatException | RuntimeException e) {
            if (zip != null) {
                zip.close();
            }
            throw Unreadable.of(e);
        }
    }

    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /** The rows of a sheet by its name; of the first of them, should there be two. */
    RowSource rows(@Nullable String sheet) throws IOException {
        for (var i = 0; i < sheets.size(); i++) {
            if (sheets.get(i).name().equals(sheet)) {
                return rows(sheets.get(i), partsOfSheets.get(i));
            }
        }
        throw new SheetRefused(Reason.NO_SUCH_SHEET);
    }

    private RowSource rows(Sheet sheet, PackagePart part) throws IOException {
        var formats = CellFormats.none();
        @Nullable SharedTexts texts = null;
        try {
            var styles = onlyPart(STYLES);
            if (styles != null) {
                try (var xml = XmlPart.of(styles.getInputStream())) {
                    formats = CellFormats.read(xml);
                }
            }
            var shared = onlyPart(SHARED_TEXTS);
            if (shared != null) {
                try (var xml = XmlPart.of(shared.getInputStream())) {
                    texts = SharedTexts.read(xml, limits.cellCharacters() + 1);
                }
            }
            var bytes = new CountedStream(part.getInputStream());
            return new XlsxRows(
                    sheet.name(), XmlPart.of(bytes), bytes, part.getSize(), formats, texts, from1904, limits);
        } catch (IOException | RuntimeException e) {
            if (texts != null) {
                texts.close();
            }
            throw Unreadable.of(e);
        }
    }

    private @Nullable PackagePart onlyPart(String contentType) {
        var found = parts.getPartsByContentType(contentType);
        return found.isEmpty() ? null : found.getFirst();
    }

    private void readSheets() throws IOException, InvalidFormatException {
        var core = parts.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
        if (core.isEmpty()) {
            core = parts.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT);
        }
        if (core.isEmpty()) {
            throw new SheetRefused(Reason.DAMAGED);
        }
        var workbook = Objects.requireNonNull(parts.getPart(core.getRelationship(0)), "workbook");
        try (var xml = XmlPart.of(workbook.getInputStream())) {
            while (xml.next()) {
                if (xml.begins("workbookPr")) {
                    from1904 = isTrue(xml.attribute("date1904"));
                } else if (xml.begins("sheet")) {
                    readSheet(workbook, xml);
                }
            }
        }
    }

    private void readSheet(PackagePart workbook, XmlPart xml) throws InvalidFormatException {
        var name = xml.attribute("name");
        var relation = workbook.getRelationship(Objects.requireNonNull(xml.attribute("id"), "id"));
        if (name == null || relation == null || sheets.size() >= MOST_SHEETS) {
            throw new SheetRefused(Reason.DAMAGED);
        }
        var part = workbook.getRelatedPart(relation);
        if (part != null && part.getContentType().equals(WORKSHEET)) {
            sheets.add(new Sheet(
                    name,
                    !Objects.requireNonNullElse(xml.attribute("state"), "visible")
                            .equals("visible")));
            partsOfSheets.add(part);
        }
    }

    static boolean isTrue(@Nullable String text) {
        return "1".equals(text) || "true".equals(text);
    }

    @Override
    public void close() {
        parts.revert();
    }
}
