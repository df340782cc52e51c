package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sala.embedded.SharedServers;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Every read model is the same whatever the order in which subjects and contexts come, on a real PostgreSQL. */
class FoldOrderTest {

    private static final List<Fact> FACTS = SampleFacts.of(11, 20, 40).facts();
    private static final List<Projection> PROJECTIONS = projections();
    private static Map<String, List<String>> asTold = Map.of();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    @BeforeAll
    static void foldAsTold() {
        asTold = tablesAfter(FACTS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tablesAreTheSameInAnyOrderOfSubjects(long seed) {
        assertThat(tablesAfter(SampleFacts.shuffled(FACTS, seed))).isEqualTo(asTold);
    }

    @Test
    void everyProjectionIsFoldedAndFillsEveryTableOfIts() {
        assertThat(PROJECTIONS)
                .extracting(Projection::name)
                .containsExactlyInAnyOrder(
                        "summits", "today", "timeline", "report", "organizations", "desk", "floor", "programme");
        assertThat(asTold)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    }

    @Test
    void whatAPersonSaidStandsWhateverADeviceSaysLater() {
        assertThat(List.of("today_present", "report_presence"))
                .allSatisfy(table -> assertThat(asTold.get(table))
                        .filteredOn(row -> row.contains("\"day\": 4") && row.contains("ONLINE"))
                        .singleElement()
                        .asString()
                        .contains("\"here\": false"));
    }

    @Test
    void ofASecondRegistrationTheDeskCountsNothing() {
        assertThat(asTold.get("desk_presence"))
                .noneMatch(row -> row.contains("\"day\": 4") && row.contains("IN_PERSON"));
    }

    @Test
    void factsFoldedAgainChangeNothing() {
        var twice = new java.util.ArrayList<Fact>(FACTS);
        // the intake takes each once; that a fold bears a repetition is a second net
        twice.addAll(FACTS.stream()
                .filter(fact ->
                        !fact.context().equals("sessions") && !fact.context().equals("feedback"))
                .toList());
        assertThat(tablesAfter(twice)).isEqualTo(asTold);
    }

    private static Map<String, List<String>> tablesAfter(List<Fact> facts) {
        var database = SharedServers.newDatabase("ui");
        var source = new DriverManagerDataSource(database.url("ui"), "ui", database.password("ui"));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/ui")
                .defaultSchema("ui")
                .load()
                .migrate();
        try (var connection = source.getConnection()) {
            var client = JdbcClient.create(
                    new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true));
            for (var fact : facts) {
                for (var projection : PROJECTIONS) {
                    projection.fold(fact, client);
                }
            }
            var tables = new LinkedHashMap<String, List<String>>();
            for (var projection : PROJECTIONS) {
                for (var table : projection.tables()) {
                    tables.put(
                            table,
                            client
                                    .sql("select (to_jsonb(r) - :left)::text as content from " + table + " r")
                                    .param("left", projection.notCompared().toArray(String[]::new))
                                    .query((row, n) -> row.getString("content"))
                                    .list()
                                    .stream()
                                    .sorted()
                                    .toList());
                }
            }
            return tables;
        } catch (java.sql.SQLException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    /** Found on the class path, so that none that is added later is forgotten here. */
    private static List<Projection> projections() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Projection.class));
        return scanner.findCandidateComponents("org.sala.ui").stream()
                .map(candidate -> java.util.Objects.requireNonNull(candidate.getBeanClassName()))
                .sorted()
                .map(FoldOrderTest::made)
                .toList();
    }

    private static Projection made(String className) {
        try {
            var constructor = Class.forName(className).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Projection) constructor.newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
