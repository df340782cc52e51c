package org.sala.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sala.sheets.SheetRefused.Reason;

/**
 * How a file's text is written.
 *
 * @param mark bytes of the byte order mark before it
 */
record TextEncoding(Charset charset, int mark) {

    private static final int HEAD = 1 << 16;

    /** Letters beyond ASCII that are valid UTF-8, for each fault: in Windows' text there is hardly one by chance. */
    private static final int MANY = 10;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /**
     * By its byte order mark; else UTF-16 where zeros stand in nearly every other place; else UTF-8 where all of it is valid;
     * else what Windows wrote in the West.
     */
    static TextEncoding of(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        var zeros = new int[2];
        for (var i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i % 2]++;
            }
        }
        if (zeros[0] + zeros[1] > 0) {
            // letters such as U+0100 have their zero on the other side
            var fewer = Math.min(zeros[0], zeros[1]);
            if (fewer * 4 > zeros[0] + zeros[1]) {
                throw new SheetRefused(Reason.NOT_A_TABLE);
            }
            return new TextEncoding(zeros[0] < zeros[1] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0);
        }
        if (isUtf8(file)) {
            return new TextEncoding(StandardCharsets.UTF_8, 0);
        }
        for (var b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\u000b' && b != '\f' && b != '\r') {
                throw new SheetRefused(Reason.NOT_A_TABLE);
            }
        }
        return new TextEncoding(WINDOWS_1252, 0);
    }

    /** The text, without its byte order mark. */
    Reader reader(InputStream in) throws IOException {
        in.skipNBytes(mark);
        return new InputStreamReader(in, decoder());
    }

    private CharsetDecoder decoder() {
        var decoder = charset.newDecoder();
        return charset.equals(WINDOWS_1252)
                ? decoder.onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE)
                : decoder.onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Whether all of it is valid UTF-8. Where nearly all is, it is broken UTF-8, and no other: read as Windows' it would
     * come in as rubbish.
     */
    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.allocate(HEAD);
        var characters = CharBuffer.allocate(HEAD);
        var faults = 0L;
        var letters = 0L;
        try (var channel = Files.newByteChannel(file)) {
            for (var end = false; !end; ) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                for (var result = decoder.decode(bytes, characters, end);
                        result.isError();
                        result = decoder.decode(bytes, characters, end)) {
                    faults++;
                    bytes.position(bytes.position() + result.length());
                }
                letters += characters.flip().chars().filter(c -> c > 0x7F).count();
                characters.clear();
                bytes.compact();
            }
        }
        if (faults > 0 && letters > faults * MANY) {
            throw new SheetRefused(Reason.DAMAGED);
        }
        return faults == 0;
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (var i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
