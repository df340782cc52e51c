package org.sala.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.architecture.House.CONTEXTS;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no compiler looks at: names of files, settings, comments, links. */
class CheckoutTest {

    private static final Set<String> AT_THE_ROOT = Set.of(
            "pom.xml",
            "registration-module",
            "sessions-module",
            "marketplace-module",
            "feedback-module",
            "ui-module",
            "infra",
            "README.md",
            "LICENSE",
            "mvnw",
            "mvnw.cmd");

    private static final Set<String> IN_INFRA = Set.of(
            "pom.xml",
            "README.md",
            "architecture",
            "benchmarks",
            "bin",
            "decisions",
            "deploy",
            "embedded",
            "eventing",
            "launcher",
            "pdf",
            "personal",
            "ports",
            "rehearsal",
            "sheets",
            "testing");

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)(?:#[^)]*)?\\)");

    /** A name of several humps in code type, alone or with what is asked of it. */
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]+[A-Z]\\w*)[^`]*`");

    /** What the README makes up, to show how something is added or isn't called; and what is Java's. */
    private static final Set<String> NOT_OURS =
            Set.of("SessionCancelled", "CancelSession", "TodayManager", "IllegalStateException");

    @Test
    void theHouseHasTheRoomsThatWereAgreedOn() throws Exception {
        assertThat(namesIn(House.atRoot())).isSubsetOf(AT_THE_ROOT);
        assertThat(namesIn(House.atRoot().resolve("infra"))).isSubsetOf(IN_INFRA);
    }

    @Test
    void everyMigrationIsInItsApplicationsFolder() {
        assertThat(House.mainSources(".sql").stream().map(House::shown))
                .isNotEmpty()
                .allMatch(file -> file.matches("(%s)-module/service/src/main/resources/db/\\1/V\\d+__\\w+\\.sql"
                                .formatted(String.join("|", CONTEXTS)))
                        || file.matches("ui-module/src/main/resources/db/ui/V\\d+__\\w+\\.sql")
                        || file.matches(
                                "infra/eventing/src/main/resources/db/eventing/(store|intake|keys)/V\\d+__\\w+\\.sql"));
    }

    /** On one class path, two files of one name hide each other. */
    @Test
    void everyApplicationsSettingsHaveItsName() {
        var names = House.mainSources(".yml").stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertThat(names).isNotEmpty().doesNotHaveDuplicates().doesNotContain("application.yml");
        assertThat(House.mainSources("/application.properties")).isEmpty();
        for (var context : CONTEXTS) {
            var settings = House.text(
                    House.atRoot().resolve("%s-module/service/src/main/resources/%s.yml".formatted(context, context)));
            assertThat(settings)
                    .as("%s.yml", context)
                    .contains("locations: classpath:db/" + context + "\n", "currentSchema=" + context + "\n");
        }
    }

    /** On the same line, or right above: why the compiler is wrong here. */
    @Test
    void whoeverSilencesTheCompilerSaysWhy() {
        var silent = new ArrayList<String>();
        for (var file : House.sources(".java")) {
            var lines = House.text(file).lines().toList();
            for (var i = 0; i < lines.size(); i++) {
                if (lines.get(i).strip().startsWith("@SuppressWarnings") && !saysWhy(lines, i)) {
                    silent.add(House.shown(file) + ":" + (i + 1));
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    private static boolean saysWhy(List<String> lines, int at) {
        if (lines.get(at).contains(" // ")) {
            return true;
        }
        var above = at - 1;
        while (above >= 0 && lines.get(above).strip().startsWith("@")) {
            above--;
        }
        return above >= 0 && lines.get(above).strip().startsWith("//");
    }

    @Test
    void nothingThatRunsNeedsWhatLiesOutsideTheCheckout() {
        assertThat(House.sources().stream()
                        .filter(file -> file.toString().contains("/src/main/"))
                        .filter(file -> file.toString().matches(".*\\.(java|yml|properties|sql|css|xml|csv|md)"))
                        .filter(file -> House.text(file).contains("shared/"))
                        .map(House::shown))
                .isEmpty();
    }

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() {
        var broken = new ArrayList<String>();
        for (var document : House.sources(".md")) {
            LINK.matcher(House.text(document))
                    .results()
                    .map(link -> link.group(1))
                    .forEach(target -> {
                        if (!Files.exists(document.resolveSibling(target))) {
                            broken.add(House.shown(document) + " -> " + target);
                        }
                    });
        }
        assertThat(broken).isEmpty();
    }

    /** Whoever reads the README searches for what it names. */
    @Test
    void everyTypeThatTheReadmeNamesIsThere() {
        var ours = Stream.concat(
                        House.classes().stream().map(JavaClass::getSimpleName),
                        House.sources(".java").stream()
                                .map(file -> file.getFileName().toString().replace(".java", "")))
                .collect(Collectors.toSet());
        assertThat(TYPE.matcher(House.text(House.atRoot().resolve("README.md")))
                        .results()
                        .map(name -> name.group(1))
                        .filter(name -> !NOT_OURS.contains(name)))
                .hasSizeGreaterThan(20)
                .isSubsetOf(ours);
    }

    /** A record that nobody finds was not made, and one without its drawbacks is an advertisement. */
    @Test
    void everyDecisionIsListedAndSaysWhatItCosts() {
        var folder = House.atRoot().resolve("infra/decisions");
        var list = House.text(folder.resolve("README.md"));
        var records = House.sources(".md").stream()
                .filter(file -> folder.equals(file.getParent()))
                .filter(file -> !file.endsWith("README.md"))
                .toList();
        assertThat(records).isNotEmpty();
        for (var record : records) {
            var name = record.getFileName().toString();
            assertThat(name).matches("\\d{4}(-[a-z0-9]+)+\\.md");
            assertThat(list).contains("(" + name + ")");
            assertThat(House.text(record))
                    .as(name)
                    .startsWith("# " + name.substring(0, 4) + " ")
                    .containsPattern("\\A.*\n\n20\\d\\d-\\d\\d-\\d\\d\n")
                    .contains("\n## Context\n", "\n## Choice\n", "\n## Drawbacks\n");
        }
    }

    /** What is kept, as far as {@code .gitignore} says; an editor or a module that was started here may have left more. */
    private static Set<String> namesIn(Path folder) throws Exception {
        var left = House.text(House.atRoot().resolve(".gitignore"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replaceFirst("/.*", ""))
                .map(name -> folder.getFileSystem().getPathMatcher("glob:" + name))
                .toList();
        try (var entries = Files.list(folder)) {
            return entries.map(Path::getFileName)
                    .filter(name -> left.stream().noneMatch(ignored -> ignored.matches(name)))
                    .map(Path::toString)
                    .filter(name -> !name.startsWith("."))
                    .collect(Collectors.toSet());
        }
    }
}
