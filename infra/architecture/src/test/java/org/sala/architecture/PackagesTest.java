package org.sala.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** How packages are cut and what they say of themselves. */
class PackagesTest {

    @Test
    void noTwoPackagesNeedEachOther() {
        slices().matching("org.sala.(**)").should().beFreeOfCycles().check(House.classes());
    }

    @Test
    void noPackageIsADrawer() {
        noClasses()
                .should()
                .resideInAnyPackage("..common..", "..core..", "..misc..", "..util..", "..utils..", "..helper..")
                .check(House.classes());
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        assertThat(House.classes().stream().map(type -> type.getPackage()).distinct())
                .isNotEmpty()
                .allMatch(it -> it.isAnnotatedWith(NullMarked.class));
    }

    /** A test's package is marked by the module's own package-info, or where there is none, by one of its own. */
    @Test
    void everyPackageOfTestsSaysWhatMayBeNull() {
        assertThat(House.sources(".java").stream()
                        .filter(file -> file.toString().contains("/src/test/java/"))
                        .map(Path::getParent)
                        .distinct())
                .isNotEmpty()
                .allMatch(folder -> Files.exists(folder.resolve("package-info.java"))
                        || Files.exists(Path.of(folder.toString().replace("/src/test/java/", "/src/main/java/"))
                                .resolve("package-info.java")));
    }
}
