package org.sala.ui.lists;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sala.registration.api.RegistrationCommand;
import org.sala.ui.lists.Planned.Kind;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * What becomes of every row of a list, on disk: of each row no more than where it stands and its kind is held, so that a
 * long list costs little. One thread writes, then any may read.
 */
final class PlanFile implements AutoCloseable {

    private static final int FIRST_ROOM = 1024;

    /** Names what kind of command it is, which the api leaves to whoever sends it. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
    private interface Named {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(RegistrationCommand.class, Named.class)
            .registerSubtypes(commands(RegistrationCommand.class).toArray(NamedType[]::new))
            .build();

    private final FileChannel file;
    private final OutputStream out;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private long[] starts = new long[FIRST_ROOM];
    private Kind[] kinds = new Kind[FIRST_ROOM];
    private int rows;
    private long end;

    /**
     * Begins an empty one.
     *
     * @param path of a file of its owner's alone, to be written anew
     */
    PlanFile(Path path) throws IOException {
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    }

    private static Stream<NamedType> commands(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(PlanFile::commands)
                : Stream.of(new NamedType(type, type.getSimpleName()));
    }

    void add(Planned planned) {
        var bytes = JSON.writeValueAsBytes(planned);
        if (rows == kinds.length) {
            starts = Arrays.copyOf(starts, 2 * rows);
            kinds = Arrays.copyOf(kinds, 2 * rows);
        }
        starts[rows] = end;
        kinds[rows] = planned.kind();
        counts.merge(planned.kind(), 1, Integer::sum);
        rows++;
        end += bytes.length;
        try {
            out.write(bytes);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Ends the writing. */
    PlanFile finished() throws IOException {
        out.flush();
        return this;
    }

    int rows() {
        return rows;
    }

    int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    Kind kind(int index) {
        return kinds[index];
    }

    /** Indexes of rows of some kinds, in the list's order. */
    IntStream of(java.util.Set<Kind> wanted) {
        return IntStream.range(0, rows).filter(index -> wanted.contains(kinds[index]));
    }

    Planned read(int index) {
        var to = index + 1 < rows ? starts[index + 1] : end;
        var bytes = ByteBuffer.allocate((int) (to - starts[index]));
        try {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, starts[index] + bytes.position()) < 0) {
                    throw new IOException("a plan ends early");
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return JSON.readValue(bytes.array(), Planned.class);
    }

    /** A part of those rows, for somebody who looks at them. */
    List<Planned> page(java.util.Set<Kind> wanted, int from, int most) {
        var page = new ArrayList<Planned>(most);
        of(wanted).skip(from).limit(most).forEach(index -> page.add(read(index)));
        return page;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
