package org.sala.eventing.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.EventNames;
import org.sala.eventing.Instants;
import org.sala.eventing.personal.PersonalData;
import tools.jackson.databind.ObjectReader;

/**
 * JSON under stable names: an event is stored under its wire name, never under a Java class name, so that classes may
 * move and others can read what is stored. What is no event (Axon's metadata, tokens) keeps its class name.
 */
public final class WireSerializer extends Jackson3Serializer {

    private final EventNames names;
    private final PersonalData personal;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    private WireSerializer(Builder builder, EventNames names, PersonalData personal) {
        super(builder);
        this.names = names;
        this.personal = personal;
    }

    /**
     * For types of which none holds anything personal.
     *
     * @throws IllegalArgumentException where one does
     */
    public static WireSerializer of(EventNames names) {
        return of(names, PersonalData.none(names));
    }

    /** For types that may hold something personal. */
    public static WireSerializer of(EventNames names, PersonalData personal) {
        return new WireSerializer(
                Jackson3Serializer.builder().jsonMapperBuilderCustomizer(mapper -> mapper.addModule(new Instants())),
                names,
                personal);
    }

    /**
     * What the JSON of an event goes through between here and the store. Not done by serialising: there is no event's id
     * yet, which what is encrypted is bound to.
     */
    PersonalData personal() {
        return personal;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(@Nullable Class type) {
        if (type != null && names.knows((Class<?>) type)) {
            return new SimpleSerializedType(names.nameOf((Class<?>) type), null);
        }
        return super.typeForClass(type);
    }

    /** Straight from the catalogue: Axon would look the class up by its name, for every event. */
    @Override
    public Class<?> classForType(SerializedType type) {
        return names.typeOf(type.getName()).<Class<?>>map(known -> known).orElseGet(() -> super.classForType(type));
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        return readers.computeIfAbsent(type, super::getReader);
    }

    /** Metadata of our own store are there already. */
    @Override
    // as Axon declares it: the caller knows what it stored
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        return serialized instanceof EventMetadata metadata ? (T) metadata.toMetaData() : super.deserialize(serialized);
    }
}
