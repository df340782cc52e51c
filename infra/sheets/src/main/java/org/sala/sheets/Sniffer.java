package org.sala.sheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.sala.sheets.SheetRefused.Reason;

/** Tells by its first bytes what a file is, whatever its name says. */
final class Sniffer {

    private static final int HEAD = 4096;

    private static final Pattern IMAGE = Pattern.compile(
            "\\x89PNG|\\xff\\xd8\\xff|GIF8|RIFF....WEBP|II\\*\\x00|MM\\x00\\*|....ftyp(?:heic|heix|mif1|avif)",
            Pattern.DOTALL);

    /** What people give the name of a table, and spreadsheets open: pages, XML and letters. */
    private static final Pattern OTHER_TEXT = Pattern.compile(
            "(?:\\xef\\xbb\\xbf)?\\s*(?:<(?:html|!doctype|\\?xml|table|\\?mso)|\\{\\\\rtf).*", Pattern.DOTALL);

    private Sniffer() {}

    static Format sniff(Path file, Limits limits) throws IOException {
        if (Files.size(file) > limits.fileBytes()) {
            throw new SheetRefused(Reason.TOO_LARGE);
        }
        String head;
        try (var in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(HEAD), ISO_8859_1);
        }
        if (head.isEmpty()) {
            throw new SheetRefused(Reason.EMPTY);
        }
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return zipped(file);
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            throw new SheetRefused(compound(file));
        }
        if (head.startsWith("%PDF-")) {
            throw new SheetRefused(Reason.PDF);
        }
        if (IMAGE.matcher(head).lookingAt()) {
            throw new SheetRefused(Reason.IMAGE);
        }
        if (OTHER_TEXT.matcher(head.toLowerCase(Locale.ROOT)).matches()) {
            throw new SheetRefused(Reason.NOT_A_TABLE);
        }
        return Format.CSV;
    }

    private static Format zipped(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var type = zip.getEntry("mimetype");
            if (type != null) {
                try (var in = zip.getInputStream(type)) {
                    var name = new String(in.readNBytes(100), ISO_8859_1);
                    throw new SheetRefused(
                            name.startsWith("application/vnd.oasis.opendocument")
                                    ? Reason.OPEN_DOCUMENT
                                    : Reason.NOT_A_TABLE);
                }
            }
            if (zip.getEntry("xl/workbook.bin") != null) {
                throw new SheetRefused(Reason.BINARY_EXCEL);
            }
            if (zip.stream()
                    .noneMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).startsWith("xl/"))) {
                throw new SheetRefused(Reason.NOT_A_TABLE);
            }
            return Format.XLSX;
        } catch (IOException | RuntimeException e) {
            throw Unreadable.of(e);
        }
    }

    /** Microsoft's compound file: an encrypted workbook, a workbook of old, or a letter. Its directory tells, in UTF-16. */
    private static Reason compound(Path file) throws IOException {
        var old = false;
        try (var in = Files.newInputStream(file)) {
            var encrypted = new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1);
            var workbook = new String("Workbook".getBytes(UTF_16LE), ISO_8859_1);
            var book = new String("Book\u0000".getBytes(UTF_16LE), ISO_8859_1);
            var end = "";
            for (var some = in.readNBytes(1 << 16); some.length > 0; some = in.readNBytes(1 << 16)) {
                var part = end + new String(some, ISO_8859_1);
                if (part.contains(encrypted)) {
                    return Reason.ENCRYPTED;
                }
                old |= part.contains(workbook) || part.contains(book);
                end = part.substring(Math.max(0, part.length() - encrypted.length()));
            }
        }
        return old ? Reason.OLD_EXCEL : Reason.NOT_A_TABLE;
    }
}
