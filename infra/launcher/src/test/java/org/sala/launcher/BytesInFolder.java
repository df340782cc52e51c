package org.sala.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks for texts, or bytes, in the bytes of every file below a folder, whatever kind of file it is. */
final class BytesInFolder {

    /** So many bytes at the beginning of a text say whether it is worth comparing. */
    private static final int PREFIX = 4;

    private final Map<Integer, List<Looked>> lookedByPrefix = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Looked(String name, byte[] bytes) {}

    private BytesInFolder(Map<String, byte[]> looked) {
        looked.forEach((name, bytes) -> {
            if (bytes.length < PREFIX) {
                throw new IllegalArgumentException("too short to be looked for");
            }
            lookedByPrefix
                    .computeIfAbsent(prefix(bytes, 0), key -> new ArrayList<>())
                    .add(new Looked(name, bytes));
        });
    }

    /** In which files each of the texts is, by the text; a text that is nowhere is absent. */
    static Map<String, Set<Path>> search(Path folder, Collection<String> texts) {
        var looked = new HashMap<String, byte[]>();
        texts.forEach(text -> looked.put(text, text.getBytes(StandardCharsets.UTF_8)));
        return search(folder, looked);
    }

    /** The same of any bytes, by a name. */
    static Map<String, Set<Path>> search(Path folder, Map<String, byte[]> looked) {
        var search = new BytesInFolder(looked);
        var found = new TreeMap<String, Set<Path>>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        search.in(Files.readAllBytes(file))
                                .forEach(text -> found.computeIfAbsent(text, key -> new TreeSet<>())
                                        .add(folder.relativize(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
                    // servers that run remove files as they go
                    if (trouble instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw trouble;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private Set<String> in(byte[] bytes) {
        var found = new TreeSet<String>();
        for (var at = 0; at + PREFIX <= bytes.length; at++) {
            for (var looked : lookedByPrefix.getOrDefault(prefix(bytes, at), List.of())) {
                var length = looked.bytes().length;
                if (at + length <= bytes.length && Arrays.equals(bytes, at, at + length, looked.bytes(), 0, length)) {
                    found.add(looked.name());
                }
            }
        }
        return found;
    }

    private static int prefix(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff);
    }
}
