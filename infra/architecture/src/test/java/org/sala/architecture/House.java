package org.sala.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** What the rules are held against: the classes on the launcher's class path, and the files of this checkout. */
final class House {

    /** The contexts that decide. */
    static final List<String> CONTEXTS = List.of("registration", "sessions", "marketplace", "feedback");

    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.sala");

    private static final Path ROOT = root();
    private static final List<Path> FILES = files();

    private House() {}

    /** Every class of the house that runs. */
    static JavaClasses classes() {
        return CLASSES;
    }

    /** The folder of this checkout. */
    static Path atRoot() {
        return ROOT;
    }

    /** Every file of the checkout that somebody wrote; nothing that was built, and no folder that begins with a dot. */
    static List<Path> sources() {
        return FILES;
    }

    /** Those whose names end so. */
    static List<Path> sources(String ending) {
        return FILES.stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    /** Those of what runs. */
    static List<Path> mainSources(String ending) {
        return sources(ending).stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .toList();
    }

    /** As people name a file. */
    static String shown(Path file) {
        return ROOT.relativize(file).toString();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(shown(file), e);
        }
    }

    /** A context's api type, such as {@code org.sala.sessions.api.SessionsEvent}. */
    static Class<?> api(String context, String type) {
        var name = "org.sala.%s.api.%s%s"
                .formatted(context, context.substring(0, 1).toUpperCase(Locale.ROOT) + context.substring(1), type);
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("there is no " + name, e);
        }
    }

    /** The records that a sealed interface permits, its sealed parts included. */
    static List<Class<?>> permitted(Class<?> sealed) {
        var leaves = new ArrayList<Class<?>>();
        for (var type : Objects.requireNonNull(sealed.getPermittedSubclasses(), sealed + " is not sealed")) {
            if (type.isSealed()) {
                leaves.addAll(permitted(type));
            } else {
                leaves.add(type);
            }
        }
        return leaves;
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("infra/architecture/pom.xml"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not started in a checkout");
        }
        return folder;
    }

    private static List<Path> files() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    var name = folder.getFileName().toString();
                    return !folder.equals(ROOT) && (name.startsWith(".") || NOT_SOURCES.contains(name))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return List.copyOf(found);
    }
}
