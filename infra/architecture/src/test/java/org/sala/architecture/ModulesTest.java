package org.sala.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.architecture.House.CONTEXTS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. */
class ModulesTest {

    private static final String[] APIS =
            CONTEXTS.stream().map(context -> "org.sala." + context + ".api").toArray(String[]::new);
    private static final String[] FRAMEWORKS = {
        "org.axonframework..", "org.springframework..", "org.apache.kafka..", "java.sql..", "javax.sql.."
    };

    /** What of eventing is for others: to ask, to declare, to take in. How it works inside is its own. */
    private static final String[] EVENTING = {"org.sala.eventing", "org.sala.eventing.intake"};

    /** What anybody may run to check a solution: modules of their own, beside the service. */
    private static final List<String> SOLVERS = List.of("org.sala.marketplace.matching", "org.sala.sessions.planning");

    /** The pure part of a service: what decides, and what folds events into a state. */
    private static final DescribedPredicate<JavaClass> STATE_OR_POLICY = describe(
            "are a state or a policy",
            type -> isOfAService().test(type) && outermost(type).matches(".*(State|Policy|Policies)"));

    static Stream<String> contexts() {
        return CONTEXTS.stream();
    }

    @Test
    void everyClassOfEveryModuleIsLookedAt() {
        var looked = House.classes();
        assertThat(House.mainSources(".java").stream().map(ModulesTest::typeIn).filter(type -> !type.endsWith("-info")))
                .as("classes that these rules don't see: is their module on the class path of infra/architecture?")
                .isNotEmpty()
                .allMatch(looked::contain);
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void anApiDependsOnTheJdkAndAnnotationsOnly(String context) {
        var api = "org.sala." + context + ".api";
        classes()
                .that()
                .resideInAPackage(api + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        api + "..",
                        "java..",
                        "org.jspecify.annotations",
                        "com.fasterxml.jackson.annotation",
                        "org.sala.personal")
                .check(House.classes());
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void aServiceSeesApisEventingAndPortsAndNoOtherService(String context) {
        classes()
                .that(isOfService(context))
                .should()
                .onlyDependOnClassesThat(notOurs()
                        .or(isOfService(context))
                        .or(resideInAnyPackage(solversOf(context)))
                        .or(resideInAnyPackage(APIS))
                        .or(resideInAnyPackage(EVENTING))
                        .or(resideInAnyPackage("org.sala.ports", "org.sala.personal")))
                .check(House.classes());
    }

    @Test
    void theUiSeesApisPortsAndTheIntakeAndNothingThatDecides() {
        classes()
                .that()
                .resideInAPackage("org.sala.ui..")
                .should()
                .onlyDependOnClassesThat(notOurs()
                        .or(resideInAPackage("org.sala.ui.."))
                        .or(resideInAnyPackage(APIS))
                        .or(resideInAPackage("org.sala.eventing.intake"))
                        .or(describe(
                                "the catalogue of names",
                                type -> type.getFullName().equals("org.sala.eventing.EventNames")))
                        .or(resideInAnyPackage(
                                "org.sala.ports", "org.sala.personal", "org.sala.sheets", "org.sala.pdf")))
                .andShould()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("org.axonframework..")
                .check(House.classes());
    }

    @Test
    void infrastructureKnowsNoWordOfTheDomain() {
        for (var module : new String[] {"personal", "eventing", "embedded", "ports", "sheets", "pdf"}) {
            classes()
                    .that()
                    .resideInAPackage("org.sala." + module + "..")
                    .should()
                    .onlyDependOnClassesThat(
                            notOurs().or(resideInAnyPackage("org.sala." + module + "..", "org.sala.personal")))
                    .check(House.classes());
        }
    }

    /** Whoever takes a table in, or gives one or a PDF out, may use them, whatever they are made with. */
    @Test
    void sheetsAndPdfStandOnTheirLibrariesAlone() {
        noClasses()
                .that()
                .resideInAnyPackage("org.sala.sheets..", "org.sala.pdf..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.axonframework..", "com.vaadin..")
                .check(House.classes());
    }

    @Test
    void whatTestsStandOnKnowsNoWordOfTheDomainAndIsForTestsOnly() {
        classes()
                .that()
                .resideInAPackage("org.sala.testing..")
                .should()
                .onlyDependOnClassesThat(notOurs()
                        .or(resideInAnyPackage(
                                "org.sala.testing..", "org.sala.embedded", "org.sala.eventing..", "org.sala.ports")))
                .check(House.classes());
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sala.testing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.sala.testing..")
                .check(House.classes());
    }

    @Test
    void theRehearsalKnowsWhatAnyCallerKnows() {
        classes()
                .that()
                .resideInAPackage("org.sala.rehearsal..")
                .should()
                .onlyDependOnClassesThat(notOurs()
                        .or(resideInAPackage("org.sala.rehearsal.."))
                        .or(resideInAnyPackage(APIS))
                        .or(resideInAnyPackage("org.sala.ports", "org.sala.sheets")))
                .check(House.classes());
    }

    @Test
    void theLauncherStartsApplicationsAndLooksIntoNone() {
        classes()
                .that()
                .resideInAPackage("org.sala.launcher..")
                .should()
                .onlyDependOnClassesThat(notOurs()
                        .or(resideInAnyPackage(APIS))
                        .or(resideInAnyPackage(
                                "org.sala.launcher..", "org.sala.embedded", "org.sala.ports", "org.sala.rehearsal"))
                        .or(describe(
                                "applications", type -> type.getSimpleName().endsWith("Application"))))
                .check(House.classes());
    }

    @Test
    void nobodyKnowsTheLauncher() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.sala.launcher..", "org.sala.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sala.launcher..", "org.sala.benchmarks..")
                .check(House.classes());
    }

    @Test
    void nothingThatRunsApartNeedsTheEmbeddedServers() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.sala.embedded..", "org.sala.launcher..", "org.sala.benchmarks..", "org.sala.testing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.sala.embedded..")
                .check(House.classes());
    }

    /** Whatever they stand on in their service is held to it too. */
    @Test
    void statesAndPoliciesKnowNeitherSpringNorAxonNorADatabase() {
        noClasses()
                .that(STATE_OR_POLICY)
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(Stream.of(FRAMEWORKS), Stream.of("org.sala.eventing..", "org.sala.ports.."))
                                .toArray(String[]::new))
                .check(House.classes());
    }

    @Test
    void everyAggregateKeepsAState() {
        classes()
                .that(isAggregate())
                .should(Conditions.have(
                        "a field whose type is a state",
                        aggregate -> aggregate.getFields().stream()
                                .anyMatch(field -> STATE_OR_POLICY.test(field.getRawType()))))
                .check(House.classes());
    }

    /** So it can neither ask a clock nor look anything up. */
    @Test
    void whatFoldsAnEventIsGivenTheEventAndNothingElse() {
        methods()
                .that()
                .areAnnotatedWith("org.axonframework.eventsourcing.EventSourcingHandler")
                .should(Conditions.have(
                        "one parameter", method -> method.getRawParameterTypes().size() == 1))
                .check(House.classes());
    }

    /** A command says no when it is made; an event has happened, and has to be read for ever. */
    @ParameterizedTest
    @MethodSource("contexts")
    void anEventRefusesNothing(String context) {
        noClasses()
                .that()
                .areAssignableTo(House.api(context, "Event"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Throwable.class)
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("Form")
                .check(House.classes());
    }

    @Test
    void whatSolvesStandsOnTheJdkAndJsonAlone() {
        for (var solver : SOLVERS) {
            classes()
                    .that()
                    .resideInAPackage(solver)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            solver, "java..", "org.jspecify..", "com.fasterxml.jackson.annotation..", "tools.jackson..")
                    .check(House.classes());
        }
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void everyCommandHasItsHandler(String context) {
        var handled = House.classes().stream()
                .filter(isOfService(context))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith("org.axonframework.commandhandling.CommandHandler"))
                .map(method -> method.getRawParameterTypes().getFirst().getFullName())
                .toList();
        assertThat(House.permitted(House.api(context, "Command")).stream().map(Class::getName))
                .isSubsetOf(handled);
    }

    /** Of a service, others see its application and nothing else, also where a type is public for a package beside it. */
    @ParameterizedTest
    @MethodSource("contexts")
    void whatIsInAServiceStaysThere(String context) {
        noClasses()
                .that(not(isOfService(context)))
                .should()
                .dependOnClassesThat(isOfService(context).and(not(simpleNameEndingWith("Application"))))
                .check(House.classes());
    }

    /** No package beside it needs what is at a service's root: the root needs them. */
    @ParameterizedTest
    @MethodSource("contexts")
    void theRootOfAServiceIsForNobody(String context) {
        classes()
                .that()
                .resideInAPackage("org.sala." + context)
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should()
                .haveSimpleNameEndingWith("Application")
                .check(House.classes());
    }

    private static DescribedPredicate<JavaClass> isOfAService() {
        return CONTEXTS.stream()
                .map(ModulesTest::isOfService)
                .reduce((one, other) -> one.or(other))
                .orElseThrow();
    }

    private static DescribedPredicate<JavaClass> isOfService(String context) {
        var service = "org.sala." + context;
        return resideInAPackage(service + "..")
                .and(not(resideInAPackage(service + ".api..")))
                .and(not(resideInAnyPackage(solversOf(context))))
                .as("are of the service of " + context);
    }

    private static String[] solversOf(String context) {
        return SOLVERS.stream()
                .filter(solver -> solver.startsWith("org.sala." + context + "."))
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> notOurs() {
        return not(resideInAPackage("org.sala.."));
    }

    private static DescribedPredicate<JavaClass> isAggregate() {
        return describe(
                "handle commands",
                type -> type.getMethods().stream()
                        .anyMatch(
                                method -> method.isAnnotatedWith("org.axonframework.commandhandling.CommandHandler")));
    }

    private static String outermost(JavaClass type) {
        var outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getSimpleName();
    }

    private static String typeIn(Path file) {
        var path = file.toString();
        var name = path.substring(path.indexOf("/src/main/java/") + "/src/main/java/".length());
        return name.substring(0, name.length() - ".java".length()).replace('/', '.');
    }
}
