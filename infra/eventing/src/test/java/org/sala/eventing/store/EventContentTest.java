package org.sala.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.eventing.EventNames;

/** What an event can hold: it comes back as it was, by its aggregate and in the history. */
class EventContentTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private static TaleStore store;

    private final String tale = Tale.newId();
    private @Nullable TrackingToken before;

    @BeforeAll
    static void open() {
        store = TaleStore.open();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void lookWhatIsThere() {
        store.sequence();
        before = store.engine().createHeadToken();
    }

    static Stream<Map<String, Object>> metadata() {
        var withNull = new HashMap<String, Object>();
        withNull.put("nothing", null);
        var id = "0b6c8a52-6a55-4c6e-9d5a-3f6d2f4f6a11";
        return Stream.of(
                Map.of(),
                withNull,
                Map.of("text", "words", "empty", "", "number", 7, "large", 1L << 40, "fraction", 0.5, "truth", true),
                Map.of("list", List.of("a", 1, false), "map", Map.of("inner", "value")),
                Map.of("ខ្មែរ", "សាលា", "emoji", "🪷", "control", "a\tb\nc\"d\\e"),
                // what has a column of its own, in the form it has it in and in others
                Map.of("actor", "account-7", "role", "STAFF", "correlation", id, "causation", id),
                Map.of("actor", "", "role", "a role", "correlation", "no UUID", "causation", ""),
                Map.of("correlation", id.toUpperCase(Locale.ROOT), "causation", "{" + id + "}"),
                Map.of("actor", 7, "role", List.of("STAFF"), "correlation", 7, "causation", true),
                Map.of("actor", "account-7", "tenant", "north", "correlation", "x".repeat(36)));
    }

    @ParameterizedTest
    @MethodSource("metadata")
    void metadataComesBackAsItWas(Map<String, Object> metadata) {
        append(Tale.event(tale, 0, new Tale.LineTold("…"), MetaData.from(metadata), AT));
        assertThat(read())
                .allSatisfy(
                        event -> assertThat(new HashMap<>(event.getMetaData())).isEqualTo(metadata));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "សូមស្វាគមន៍មកកាន់សាលា",
                "ស្ត្រី ក្រុម\u200Bខ្ញុំ", // with the invisible space that Khmer divides words by
                "क्षत्रिय العربية 漢字 ﷽",
                "🪷 e\u0301 é",
                "\"quoted\" \\ / \b\f\n\r\t \u0001",
                "{\"looks\":\"like JSON\"}",
                "'; drop table event; --"
            })
    void textComesBackAsItWas(String line) {
        append(Tale.event(tale, 0, new Tale.LineTold(line), MetaData.emptyInstance(), AT));
        assertThat(read())
                .allSatisfy(event -> assertThat((Object) event.getPayload()).isEqualTo(new Tale.LineTold(line)));
    }

    @Test
    void whatIsLargeComesBackAsItWas() {
        var large = new Tale.LineTold("ខ្មែរ ".repeat(500_000));
        append(
                Tale.line(tale, 0),
                Tale.event(tale, 1, large, MetaData.with("large", "x".repeat(100_000)), AT),
                Tale.line(tale, 2));
        assertThat(store.engine().readEvents(tale, 1).next().getPayload()).isEqualTo(large);
        assertThat(store.after(before)).hasSize(3).element(1).satisfies(event -> {
            assertThat((Object) event.getPayload()).isEqualTo(large);
            assertThat(event.getMetaData().get("large")).asString().hasSize(100_000);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T10:00:00Z",
                "2026-11-22T10:00:00.123456Z",
                "1969-12-31T23:59:59.999999Z",
                "0001-01-01T00:00:00Z",
                "2199-12-31T23:59:59.999999Z"
            })
    void timesKeepTheirMicroseconds(String time) {
        append(Tale.line(tale, 0, Instant.parse(time)));
        assertThat(read()).allMatch(event -> event.getTimestamp().equals(Instant.parse(time)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tale",
                "TALE",
                "រឿង",
                "a/b:c d",
                "0B6C8A52-6A55-4C6E-9D5A-3F6D2F4F6A11",
                "000000000000000000000000000000000000"
            })
    void anAggregatesIdCanBeAnyText(String id) {
        append(Tale.line(tale, 0), Tale.line(id, 0), Tale.line(id, 1));
        assertThat(store.engine().readEvents(id).asStream())
                .hasSize(2)
                .allMatch(event -> event.getAggregateIdentifier().equals(id));
        assertThat(store.engine().lastSequenceNumberFor(id)).contains(1L);
        assertThat(store.after(before).stream().map(event -> ((DomainEventMessage<?>) event).getAggregateIdentifier()))
                .containsExactly(tale, id, id);
    }

    @Test
    void idsThatDifferInCaseAreOfTwoAggregates() {
        append(Tale.line(tale, 0), Tale.line(tale.toUpperCase(Locale.ROOT), 0));
        assertThat(store.engine().readEvents(tale).asStream()).hasSize(1);
    }

    @Test
    void anEventWhoseIdentifierIsNoUuidIsRefused() {
        var named = new GenericDomainEventMessage<>(
                "Tale", tale, 0, new Tale.LineTold("…"), MetaData.emptyInstance(), "event-7", AT);
        assertThatThrownBy(() -> append(named)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.after(before)).isEmpty();
    }

    /** As when a process starts under load: it has yet to learn the codes of names, and all connections are in use. */
    @Test
    void whoLearnsTheNamesOfOthersNeedsNoSecondConnection() throws Exception {
        append(Tale.line(tale, 0));
        var writers = 10; // as many as there are connections
        var begin = new CyclicBarrier(writers);
        try (var executor = Executors.newFixedThreadPool(writers)) {
            var writing = IntStream.range(0, writers)
                    .mapToObj(writer -> executor.submit(() -> {
                        var engine = store.engine(EventNames.of(Tale.class), NoOpEventUpcaster.INSTANCE, () -> {});
                        return store.tables().transaction().execute(status -> {
                            store.tables().database().sql("select 1").query().singleValue();
                            try {
                                begin.await(10, TimeUnit.SECONDS);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            engine.appendEvents(Tale.line(Tale.newId(), 0));
                            return true;
                        });
                    }))
                    .toList();
            for (var writer : writing) {
                assertThat(writer.get(20, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(store.after(before)).hasSize(writers + 1);
    }

    private void append(DomainEventMessage<?>... events) {
        store.append(Arrays.asList(events));
    }

    /** By its aggregate, and in the history. */
    private List<DomainEventMessage<?>> read() {
        return List.of(store.engine().readEvents(tale).next(), (DomainEventMessage<?>)
                store.after(before).getFirst());
    }
}
