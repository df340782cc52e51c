package org.sala.eventing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * Reads and writes moments in JSON as {@code 2022-07-05T08:30:00.123456Z}, the form they have in events, without the
 * general formatter: that one took a third of the time of decoding a history. Any other form is read as Jackson reads it.
 */
public final class Instants extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** To be added to a mapper. */
    public Instants() {
        super("instants");
        addDeserializer(Instant.class, new Reading());
        addSerializer(Instant.class, new Writing());
    }

    private static final class Reading extends StdScalarDeserializer<Instant> {

        private final ValueDeserializer<Instant> any = InstantDeserializer.INSTANT;

        Reading() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                var moment = parse(parser.getString());
                if (moment != null) {
                    return moment;
                }
            }
            return any.deserialize(parser, context);
        }
    }

    private static final class Writing extends StdScalarSerializer<Instant> {

        Writing() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant moment, JsonGenerator json, SerializationContext context) {
            json.writeString(format(moment));
        }
    }

    /** The moment that is written in the form of events; null where the text has another form. */
    static @Nullable Instant parse(String text) {
        var length = text.length();
        if (length < 20
                || length > 30
                || text.charAt(length - 1) != 'Z'
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || (length > 20 && (text.charAt(19) != '.' || length == 21))) {
            return null;
        }
        var year = digits(text, 0, 4);
        var month = digits(text, 5, 7);
        var day = digits(text, 8, 10);
        var hour = digits(text, 11, 13);
        var minute = digits(text, 14, 16);
        var second = digits(text, 17, 19);
        var fraction = length == 20 ? 0 : digits(text, 20, length - 1);
        if ((year | month | day | hour | minute | second | fraction) < 0 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        for (var place = length - 21; place < 9 && length > 20; place++) {
            fraction *= 10;
        }
        try {
            return Instant.ofEpochSecond(
                    LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second,
                    fraction);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The number in these places; negative where one is no digit. */
    private static int digits(String text, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** As {@link Instant#toString} writes it. */
    static String format(Instant moment) {
        var at = moment.atOffset(ZoneOffset.UTC);
        var year = at.getYear();
        if (year < 0 || year > 9_999) {
            return moment.toString();
        }
        var text = new StringBuilder(30);
        append(text, year, 4);
        append(text.append('-'), at.getMonthValue(), 2);
        append(text.append('-'), at.getDayOfMonth(), 2);
        append(text.append('T'), at.getHour(), 2);
        append(text.append(':'), at.getMinute(), 2);
        append(text.append(':'), at.getSecond(), 2);
        var nanos = at.getNano();
        if (nanos > 0) {
            var places = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
            append(text.append('.'), places == 3 ? nanos / 1_000_000 : places == 6 ? nanos / 1_000 : nanos, places);
        }
        return text.append('Z').toString();
    }

    private static void append(StringBuilder text, int number, int places) {
        for (var power = places == 9
                        ? 100_000_000
                        : places == 6 ? 100_000 : places == 4 ? 1_000 : places == 3 ? 100 : 10;
                power > 0;
                power /= 10) {
            text.append((char) ('0' + number / power % 10));
        }
    }
}
