package org.sala.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.ports.TokenIssuer;
import org.sala.rehearsal.Figures;
import org.sala.rehearsal.Performance;
import org.sala.rehearsal.Rehearsal;
import org.sala.rehearsal.RehearsalReport;

/** Runs from the executable jars, which this build has packaged before: {@code mvn verify}, not {@code mvn test}. */
final class ApartTest {
    /** The taxonomy is there from the first start on, whatever is played. */
    private static final String OF_NO_SUMMIT = "marketplace.category-added";

    private static final int PORT = RunningLauncher.freePorts();
    private static final List<Application> SERVICES =
            Arrays.stream(Application.values()).filter(Application::isService).toList();

    /** Registration takes nothing in. */
    private static final Set<Application> TAKERS = EnumSet.complementOf(EnumSet.of(Application.REGISTRATION));

    private static final String PARKED = "SELECT type, count(*) FROM parked_event GROUP BY type";

    /** The summit's days take about this long, so that each application is away while something happens. */
    private static final double SPEED = 1500;

    @TempDir
    Path data;

    @Test
    void anyApplicationCanBeStoppedAndStartedWhileASummitIsPlayed() throws Exception {
        var folder = DataFolder.at(data);
        Files.writeString(folder.samplePlayed(), "left out: this test plays it");
        try (var launcher = RunningLauncher.ready(data, PORT, "--apart");
                var thread = Executors.newSingleThreadExecutor()) {
            var playing = thread.submit(() -> play(launcher));
            for (var application : Application.values()) {
                killAndStart(application, launcher);
            }
            assertFalse(playing.isDone(), "the summit went on meanwhile:\n" + launcher.said());
            var report = playing.get(10, TimeUnit.MINUTES);
            assertTrue(report.isGood(), report.inWords());
            assertNothingLostAndNothingDoubled(launcher, report.figures());
            launcher.stop();
            assertTrue(launcher.said().endsWith("Stopped."), launcher.said());
        }
    }

    private static RehearsalReport play(RunningLauncher launcher) throws IOException, InterruptedException {
        var settings = launcher.settings();
        try (var key = Files.newInputStream(settings.secrets().tokensPrivateKey())) {
            return new Rehearsal(Stage.addresses(settings.ports()), TokenIssuer.of(key, Clock.systemUTC()))
                    .play(Performance.live(SPEED), _ -> {});
        }
    }

    /** Killed outright: what it had not finished it has to find again. */
    private void killAndStart(Application application, RunningLauncher launcher) throws Exception {
        var process = launcher.processOf(application);
        process.destroyForcibly();
        process.onExit().get(1, TimeUnit.MINUTES);
        Eventually.holds("the launcher tells of it", () -> launcher.said().contains(application.id() + " has ended"));
        var again = RunningLauncher.started(data, PORT, "--apart", "--only", application.id());
        Eventually.holds("it is up again", () -> again.said().contains(application.id() + " is up"));
    }

    private static void assertNothingLostAndNothingDoubled(RunningLauncher launcher, Figures figures) throws Exception {
        for (var service : SERVICES) {
            var ofTheSummit =
                    "SELECT type, count(*) FROM event_history WHERE type <> '" + OF_NO_SUMMIT + "' GROUP BY type";
            var expected = figures.events().entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(service.id() + ".") && entry.getValue() > 0)
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> (long) entry.getValue()));
            // what follows of events, a need that is met, is decided a moment after them
            Eventually.holds(
                    "decided by " + service.id() + ": " + expected,
                    () -> eventsByType(launcher, service, ofTheSummit).equals(expected));
            var decided = eventsByType(launcher, service, ofTheSummit);
            var taken = "SELECT type, count(*) FROM timeline WHERE context = '" + service.id() + "' AND type <> '"
                    + OF_NO_SUMMIT + "' GROUP BY type";
            Eventually.holds(
                    "the page has everything of " + service.id(),
                    () -> eventsByType(launcher, Application.UI, taken).equals(decided));
            assertEquals(eventIds(launcher, service), idsOnTopic(launcher, service), "on the topic of " + service.id());
        }
        for (var application : TAKERS) {
            assertEquals(
                    new TreeMap<>(),
                    eventsByType(launcher, application, PARKED),
                    "nothing is parked at " + application.id());
        }
    }

    private static Set<String> eventIds(RunningLauncher launcher, Application service) throws SQLException {
        return eventsByType(launcher, service, "SELECT event_id::text, 1 FROM event")
                .keySet();
    }

    /** Ids, for the wire may carry an event twice after a kill; whoever takes it in knows it by its sequence. */
    private static Set<String> idsOnTopic(RunningLauncher launcher, Application service) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "127.0.0.1:" + launcher.settings().ports().kafka());
        var ids = new TreeSet<String>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor("sala." + service.id()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    ids.add(new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
                }
            }
        }
        return ids;
    }

    private static Map<String, Long> eventsByType(RunningLauncher launcher, Application application, String query)
            throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var connection = launcher.database(application);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }
}
