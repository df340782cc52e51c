package org.sala.ports;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.Serial;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON from outside, taken at its word: nothing unknown, nothing missing that JSpecify says is there, nothing turned
 * from one type into another, no name twice, nothing after the end.
 */
final class StrictJson {

    private StrictJson() {}

    static JsonMapper mapper() {
        var strings = new SimpleModule("strings");
        strings.addDeserializer(String.class, new PlainStrings());
        strings.addDeserializer(Instant.class, new WrittenInstants());
        return JsonMapper.builder()
                .addModule(strings)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(coercions -> {
                    coercions.setAcceptBlankAsEmpty(false);
                    coercions.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                })
                .annotationIntrospector(
                        AnnotationIntrospectorPair.pair(new JSpecifyRequires(), new JacksonAnnotationIntrospector()))
                .build();
    }

    /** A record's component is required unless it is {@code @Nullable}; its elements always are. */
    private static final class JSpecifyRequires extends NopAnnotationIntrospector {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            if (member instanceof AnnotatedParameter parameter
                    && Requirement.isKnownFor(parameter.getDeclaringClass())) {
                return Requirement.of(parameter.getDeclaringClass(), parameter.getIndex());
            }
            return null;
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            if (annotated instanceof AnnotatedParameter parameter
                    && Requirement.isKnownFor(parameter.getDeclaringClass())) {
                var required = Requirement.of(parameter.getDeclaringClass(), parameter.getIndex());
                return JsonSetter.Value.construct(required ? Nulls.FAIL : Nulls.SET, Nulls.FAIL);
            }
            return JsonSetter.Value.empty();
        }
    }

    /** Text that a database and another reader can take: no half characters, no NUL. */
    private static final class PlainStrings extends StdScalarDeserializer<String> {

        PlainStrings() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(context.constructType(String.class), parser);
            }
            var text = parser.getString();
            for (var i = 0; i < text.length(); i++) {
                var character = text.charAt(i);
                if (Character.isHighSurrogate(character)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else if (character == 0 || Character.isSurrogate(character)) {
                    return context.reportInputMismatch(String.class, "not plain text");
                }
            }
            return text;
        }
    }

    /** A moment as ISO 8601, never a number, of which nobody can say whether it counts seconds or thousandths. */
    private static final class WrittenInstants extends StdScalarDeserializer<Instant> {

        private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

        WrittenInstants() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(context.constructType(Instant.class), parser);
            }
            try {
                var moment = OffsetDateTime.parse(parser.getString()).toInstant();
                if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LAST)) {
                    return context.reportInputMismatch(Instant.class, "not a moment that anything here happens at");
                }
                return moment;
            } catch (DateTimeParseException e) {
                return context.reportInputMismatch(Instant.class, "not a moment");
            }
        }
    }
}
