package org.sala.eventing.store;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.Provenance;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event's metadata as the store holds them: what nearly every event has in columns of its own, some 150 bytes
 * shorter than as JSON and with nothing to parse; all else as JSON. As a serialized object, the whole is JSON.
 */
final class EventMetadata implements SerializedObject<byte[]> {

    private static final SerializedType TYPE = new SimpleSerializedType(MetaData.class.getName(), null);
    private static final TypeReference<Map<String, Object>> ANYTHING = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final @Nullable UUID correlation;
    private final @Nullable UUID causation;
    private final @Nullable String actor;
    private final @Nullable String role;
    private final byte @Nullable [] others;

    EventMetadata(
            @Nullable UUID correlation,
            @Nullable UUID causation,
            @Nullable String actor,
            @Nullable String role,
            byte @Nullable [] others) {
        this.correlation = correlation;
        this.causation = causation;
        this.actor = actor;
        this.role = role;
        this.others = others;
    }

    /** Deals metadata out over the columns; what would not come back the same stays among the others. */
    static EventMetadata of(Map<String, ?> metadata) {
        var others = new HashMap<String, Object>(metadata);
        var correlation = take(others, Provenance.CORRELATION, EventMetadata::uuid);
        var causation = take(others, Provenance.CAUSATION, EventMetadata::uuid);
        var actor = take(others, Provenance.ACTOR, EventMetadata::text);
        var role = take(others, Provenance.ROLE, EventMetadata::text);
        return new EventMetadata(
                correlation, causation, actor, role, others.isEmpty() ? null : JSON.writeValueAsBytes(others));
    }

    private interface Form<T> {
        @Nullable
        T of(@Nullable Object value);
    }

    private static <T> @Nullable T take(Map<String, Object> metadata, String name, Form<T> form) {
        var taken = form.of(metadata.get(name));
        if (taken != null) {
            metadata.remove(name);
        }
        return taken;
    }

    private static @Nullable UUID uuid(@Nullable Object value) {
        return value instanceof String text ? Uuids.orNull(text) : null;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    @Nullable
    UUID correlation() {
        return correlation;
    }

    @Nullable
    UUID causation() {
        return causation;
    }

    @Nullable
    String actor() {
        return actor;
    }

    @Nullable
    String role() {
        return role;
    }

    byte @Nullable [] others() {
        return others;
    }

    /** The value under a name, as text; null where there is none. */
    @Nullable
    String text(String name) {
        var inColumn = switch (name) {
            case Provenance.CORRELATION -> correlation;
            case Provenance.CAUSATION -> causation;
            case Provenance.ACTOR -> actor;
            case Provenance.ROLE -> role;
            default -> null;
        };
        if (inColumn != null || others == null) {
            return inColumn == null ? null : inColumn.toString();
        }
        var other = JSON.readValue(others, ANYTHING).get(name);
        return other == null ? null : other.toString();
    }

    MetaData toMetaData() {
        var all = others == null ? new HashMap<String, Object>() : JSON.readValue(others, ANYTHING);
        put(all, Provenance.CORRELATION, correlation);
        put(all, Provenance.CAUSATION, causation);
        put(all, Provenance.ACTOR, actor);
        put(all, Provenance.ROLE, role);
        return MetaData.from(all);
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value.toString());
        }
    }

    @Override
    public Class<byte[]> getContentType() {
        return byte[].class;
    }

    @Override
    public SerializedType getType() {
        return TYPE;
    }

    @Override
    public byte[] getData() {
        return JSON.writeValueAsBytes(toMetaData());
    }
}
