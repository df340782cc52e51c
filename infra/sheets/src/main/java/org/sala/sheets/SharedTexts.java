package org.sala.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.sala.sheets.SheetRefused.Reason;

/**
 * The texts that the cells of a workbook share. A sheet names them by number and in any order, so all must be there; they
 * lie in a temporary file that is gone from the folder before it is read, and is mapped, not held.
 */
final class SharedTexts implements Closeable {

    private static final ValueLayout.OfLong OFFSET = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private static final int BUFFER = 1 << 16;

    private final Arena arena;
    private final MemorySegment texts;
    private final MemorySegment ends;

    private SharedTexts(Arena arena, MemorySegment texts, MemorySegment ends) {
        this.arena = arena;
        this.texts = texts;
        this.ends = ends;
    }

    /** All texts of a part; of each no more than {@code most} characters. */
    static SharedTexts read(XmlPart part, int most) throws IOException {
        var arena = Arena.ofShared();
        try (var texts = temporary();
                var ends = temporary()) {
            write(part, most, texts, ends);
            return new SharedTexts(arena, mapped(texts, arena), mapped(ends, arena));
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static void write(XmlPart part, int most, FileChannel texts, FileChannel ends) throws IOException {
        var textsOut = new BufferedOutputStream(Channels.newOutputStream(texts), BUFFER);
        var endsOut = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(ends), BUFFER));
        var end = 0L;
        while (part.next()) {
            if (part.begins("si")) {
                var bytes = RichText.read(part, "si", most).getBytes(UTF_8);
                textsOut.write(bytes);
                end += bytes.length;
                endsOut.writeLong(end);
            }
        }
        textsOut.flush();
        endsOut.flush();
    }

    private static FileChannel temporary() throws IOException {
        return FileChannel.open(
                Files.createTempFile("texts", null),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Outlives the channel. */
    private static MemorySegment mapped(FileChannel file, Arena arena) throws IOException {
        return file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), arena);
    }

    String get(int number) {
        if (number < 0 || number >= ends.byteSize() / OFFSET.byteSize()) {
            throw new SheetRefused(Reason.DAMAGED);
        }
        var from = number == 0 ? 0 : ends.getAtIndex(OFFSET, number - 1);
        var bytes = texts.asSlice(from, ends.getAtIndex(OFFSET, number) - from);
        return new String(bytes.toArray(ValueLayout.JAVA_BYTE), UTF_8);
    }

    @Override
    public void close() {
        arena.close();
    }
}
