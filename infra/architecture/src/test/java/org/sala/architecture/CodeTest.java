package org.sala.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How classes are written. */
class CodeTest {

    /** What people read in a terminal comes from these. */
    private static final DescribedPredicate<JavaClass> SPEAKS_TO_A_TERMINAL = describe(
            "speak to a terminal",
            type -> type.getPackageName().equals("org.sala.launcher")
                    || type.getPackageName().startsWith("org.sala.benchmarks")
                    || Set.of(
                                    "org.sala.marketplace.matching.MatchCommand",
                                    "org.sala.rehearsal.Rehearsal",
                                    "org.sala.sessions.planning.PlanCommand",
                                    "org.sala.ui.audit.RebuildCommand")
                            .contains(type.getFullName()));

    /** Asks the wall what time it is; given a clock, the same methods are fine. */
    private static final DescribedPredicate<JavaMethodCall> ASKS_THE_WALL =
            describe("asks the wall what time it is", call -> switch (call.getName()) {
                case "now" ->
                    call.getTargetOwner().getPackageName().equals("java.time")
                            && call.getTarget().getRawParameterTypes().isEmpty();
                case "currentTimeMillis" -> call.getTargetOwner().isEquivalentTo(System.class);
                default -> false;
            });

    private static final DescribedPredicate<JavaMethodCall> ASKS_CHANCE_OR_TIME = describe(
            "asks chance, or the time",
            call -> Set.of("randomUUID", "random", "now", "instant", "nanoTime").contains(call.getName()));

    @Test
    void aNameSaysWhatAClassIsFor() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(House.classes());
    }

    @Test
    void whatAClassNeedsComesThroughItsConstructor() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .check(House.classes());
    }

    @Test
    void nothingIsSetFromOutside() {
        noMethods()
                .that(describe(
                        "are not asked for by a framework",
                        method -> !isInherited(method) && !isOfTimefold(method.getOwner())))
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(House.classes());
    }

    @Test
    void whatIsPublicNeverChanges() {
        fields().that().arePublic().should().beFinal().andShould().beStatic().check(House.classes());
    }

    /** A library that comes along with another may go with it (decision 0011). */
    @Test
    void whatTheJdkHasIsNotTakenFromAnotherLibrary() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.google.common..",
                        "org.apache.commons.lang..",
                        "org.apache.commons.lang3..",
                        "org.apache.commons.collections..",
                        "org.apache.commons.io..")
                .check(House.classes());
    }

    @Test
    void logsGoThroughOneFacade() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging")
                .check(House.classes());
    }

    @Test
    void nothingButACommandLineSpeaksToATerminal() {
        noClasses()
                .that(DescribedPredicate.not(SPEAKS_TO_A_TERMINAL))
                .should(ACCESS_STANDARD_STREAMS)
                .check(House.classes());
    }

    /** Time comes from an injected clock, so that a test can set it. */
    @Test
    void nobodyReadsTheTimeOffTheWall() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.sala.launcher..", "org.sala.benchmarks..")
                .should()
                .callMethodWhere(ASKS_THE_WALL)
                .check(House.classes());
    }

    /** The same facts give the same tables, today and in a rebuild (decision 0006). */
    @Test
    void aProjectionDependsOnFactsAndNothingElse() {
        noClasses()
                .that()
                .implement("org.sala.eventing.intake.Projection")
                .should()
                .callMethodWhere(ASKS_CHANCE_OR_TIME)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "org.springframework.context..", "java.net..", "java.net.http..")
                .check(House.classes());
    }

    /** Timefold moves what it plans by setters. */
    private static boolean isOfTimefold(JavaClass type) {
        return type.isAnnotatedWith("ai.timefold.solver.core.api.domain.entity.PlanningEntity")
                || type.isAnnotatedWith("ai.timefold.solver.core.api.domain.solution.PlanningSolution");
    }

    private static boolean isInherited(JavaMethod method) {
        var parameters = method.getRawParameterTypes().stream()
                .map(JavaClass::getFullName)
                .toArray(String[]::new);
        return !method.getModifiers().contains(JavaModifier.STATIC)
                && Stream.concat(
                                method.getOwner().getAllRawSuperclasses().stream(),
                                method.getOwner().getAllRawInterfaces().stream())
                        .anyMatch(parent -> parent.tryGetMethod(method.getName(), parameters)
                                        .isPresent()
                                || parent.getMethods().stream()
                                        .anyMatch(other -> other.getName().equals(method.getName())
                                                && other.getRawParameterTypes().size() == parameters.length));
    }
}
