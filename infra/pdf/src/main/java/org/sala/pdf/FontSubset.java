package org.sala.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * What a document uses of a face. Its codes are its own: each stands for a glyph together with the letters that it is drawn for and
 * the room that it takes, as one glyph is drawn for other letters elsewhere, and PDF says what a code means once for the whole font.
 */
final class FontSubset {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Entries in one block of a CMap, by Adobe's rule. */
    private static final int BLOCK = 100;

    private record Drawn(int glyph, String letters, int width) {}

    private final Face face;
    private final Map<Drawn, Integer> codes = new LinkedHashMap<>();

    FontSubset(Face face) {
        this.face = face;
    }

    /** As pages call it. */
    String name() {
        return face.postScriptName;
    }

    /**
     * From 1; the same for the same.
     *
     * @param width how far it moves the pen, in thousandths of the size
     * @throws IllegalStateException for the 65,536th
     */
    int code(Glyph glyph, int width) {
        var code = codes.computeIfAbsent(new Drawn(glyph.id(), glyph.letters(), width), drawn -> codes.size() + 1);
        if (code > 0xFFFF) {
            throw new IllegalStateException("more different glyphs than codes in " + face);
        }
        return code;
    }

    /** The font as PDF has it (ISO 32000-1, 9.7): of type 0, with glyphs of TrueType. */
    COSDictionary font() throws IOException {
        var drawn = List.copyOf(codes.keySet());
        var glyphs = new TreeSet<Integer>();
        drawn.forEach(it -> glyphs.add(it.glyph()));
        var subset = face.subset(glyphs);
        var name = COSName.getPDFName(prefix(subset.file()) + face.postScriptName);

        var glyphOfCode = ByteBuffer.allocate(2 * (drawn.size() + 1)).putChar((char) 0);
        var widths = new COSArray();
        for (var it : drawn) {
            var renumbered = Objects.requireNonNull(subset.renumbered().get(it.glyph()));
            glyphOfCode.putChar((char) renumbered.intValue());
            widths.add(COSInteger.get(it.width()));
        }

        var descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setItem(COSName.BASE_FONT, name);
        descendant.setItem(COSName.CIDSYSTEMINFO, systemInfo());
        descendant.setItem(COSName.FONT_DESC, descriptor(name, subset.file()));
        descendant.setItem(COSName.CID_TO_GID_MAP, stream(glyphOfCode.array()));
        descendant.setItem(COSName.W, new COSArray(List.of(COSInteger.ONE, widths)));

        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setItem(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.DESCENDANT_FONTS, new COSArray(List.of(descendant)));
        font.setItem(COSName.TO_UNICODE, stream(meanings(drawn).getBytes(US_ASCII)));
        return font;
    }

    private COSDictionary descriptor(COSName name, byte[] file) throws IOException {
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setItem(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, 4); // symbolic: no other encoding than its own
        descriptor.setItem(COSName.FONT_BBOX, face.bounds());
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, Face.ASCENT);
        descriptor.setInt(COSName.DESCENT, -Face.DESCENT);
        descriptor.setInt(COSName.CAP_HEIGHT, Face.CAP_HEIGHT);
        descriptor.setInt(COSName.STEM_V, face.stem);
        var embedded = stream(file);
        embedded.setInt(COSName.LENGTH1, file.length);
        descriptor.setItem(COSName.FONT_FILE2, embedded);
        return descriptor;
    }

    private static COSDictionary systemInfo() {
        var info = new COSDictionary();
        info.setString(COSName.REGISTRY, "Adobe");
        info.setString(COSName.ORDERING, "Identity");
        info.setInt(COSName.SUPPLEMENT, 0);
        return info;
    }

    /** The CMap from codes to letters, for readers that don't know of the spans' text. */
    private static String meanings(List<Drawn> drawn) {
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (var from = 0; from < drawn.size(); from += BLOCK) {
            var to = Math.min(drawn.size(), from + BLOCK);
            map.append(to - from).append(" beginbfchar\n");
            for (var i = from; i < to; i++) {
                map.append('<')
                        .append(HEX.toHexDigits((char) (i + 1)))
                        .append("> <")
                        .append(HEX.formatHex(drawn.get(i).letters().getBytes(UTF_16BE)))
                        .append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("""
                        endcmap
                        CMapName currentdict /CMap defineresource pop
                        end
                        end
                        """).toString();
    }

    /** Six capitals that tell one subset of a font from another, the same for the same glyphs. */
    private static String prefix(byte[] file) {
        var sum = new CRC32();
        sum.update(file);
        var rest = sum.getValue();
        var prefix = new StringBuilder();
        for (var i = 0; i < 6; i++) {
            prefix.append((char) ('A' + rest % 26));
            rest /= 26;
        }
        return prefix.append('+').toString();
    }

    private static COSStream stream(byte[] bytes) throws IOException {
        var stream = new COSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        }
        return stream;
    }
}
