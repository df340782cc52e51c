package org.sala.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds every event of a context to its approved JSON, in both directions: what was published stays readable as it was
 * meant. The approved JSON lies in the test's resources, as {@code approved/<wire name>.json}.
 *
 * @param <E> the sealed interface of the context's events
 */
public interface EventContract<E> {

    /** The sealed interface of the context's events. */
    Class<E> language();

    /** What the wire names begin with, such as {@code lending}. */
    String context();

    /** At least one for every event. */
    Stream<Approved<E>> approved();

    /**
     * An event and the approved file that it is held to.
     *
     * @param file without its ending
     */
    record Approved<E>(String file, E event) {

        /** The event under its wire name. */
        public static <E> Approved<E> of(E event) {
            return new Approved<>(wireName(event), event);
        }

        /** The same event in another shape, in a file of its own: {@code <wire name>.<variant>.json}. */
        public static <E> Approved<E> of(E event, String variant) {
            return new Approved<>(wireName(event) + "." + variant, event);
        }

        private static String wireName(Object event) {
            return WireName.of(event.getClass());
        }
    }

    @TestFactory
    default Stream<DynamicTest> isWrittenAsApproved() {
        var json = JsonMapper.builder().build();
        return forEach(approved -> assertThat(json.readTree(json.writeValueAsString(approved.event())))
                .isEqualTo(json.readTree(contentOf(approved))));
    }

    @TestFactory
    default Stream<DynamicTest> isReadFromWhatWasApproved() {
        var json = JsonMapper.builder().build();
        return forEach(approved -> assertThat((Object)
                        json.readValue(contentOf(approved), approved.event().getClass()))
                .isEqualTo(approved.event()));
    }

    @TestFactory
    default Stream<DynamicTest> isReadWithAFieldThatANewerVersionAdded() {
        var json = JsonMapper.builder().build();
        return forEach(approved -> {
            var newer = (ObjectNode) json.readTree(contentOf(approved));
            newer.putArray("addedLater").add(1);
            assertThat((Object)
                            json.readValue(newer.toString(), approved.event().getClass()))
                    .isEqualTo(approved.event());
        });
    }

    @Test
    default void everyEventIsHeldToItsJson() {
        assertThat(approved().map(approved -> approved.event().getClass()).collect(Collectors.toSet()))
                .isEqualTo(records(language()).collect(Collectors.toSet()));
        assertThat(approved().map(Approved::file)).doesNotHaveDuplicates();
    }

    @Test
    default void everyNameIsOfThisContextAndUsedOnce() {
        var names = records(language()).map(WireName::of).toList();
        assertThat(names).allMatch(name -> name.matches(context() + "\\.[a-z]+(-[a-z]+)*"));
        assertThat(names).doesNotHaveDuplicates();
    }

    private Stream<DynamicTest> forEach(ThrowingConsumer<Approved<E>> check) {
        return DynamicTest.stream(approved(), Approved::file, check);
    }

    private byte[] contentOf(Approved<E> approved) throws IOException {
        var path = "/approved/" + approved.file() + ".json";
        try (var stream = Objects.requireNonNull(getClass().getResourceAsStream(path), path)) {
            return stream.readAllBytes();
        }
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(Objects.requireNonNull(type.getPermittedSubclasses()))
                        .flatMap(EventContract::records)
                : Stream.of(type);
    }
}
