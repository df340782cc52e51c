package org.sala.eventing.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.publish.CloudEventHeaders;

/**
 * A record as it came, envelope read and content not: what can be parked and tried again.
 *
 * @param context whose topic it came from
 * @param subject id of the aggregate; where the envelope has none, the record's place in the topic
 * @param sequence number within the subject; -1 where the envelope has none
 * @param type wire name, or empty
 */
record Letter(
        String context,
        String subject,
        long sequence,
        String type,
        String topic,
        int partition,
        long offset,
        Map<String, String> headers,
        Payload payload) {

    /** The bytes of a record. */
    static final class Payload {

        private final byte[] bytes;

        Payload(byte @Nullable [] bytes) {
            this.bytes = bytes == null ? new byte[0] : bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    static Letter of(String context, ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(header -> {
            var value = CloudEventHeaders.read(record.headers(), header.key());
            if (value != null) {
                headers.put(header.key(), value);
            }
        });
        var subject = headers.get(CloudEventHeaders.SUBJECT);
        var sequence = number(headers.get(CloudEventHeaders.SEQUENCE));
        var place = record.topic() + "/" + record.partition() + "/" + record.offset();
        var addressed = subject != null && !subject.isBlank() && sequence >= 0;
        return new Letter(
                context,
                addressed ? Objects.requireNonNull(subject) : place,
                addressed ? sequence : -1,
                headers.getOrDefault(CloudEventHeaders.TYPE, ""),
                record.topic(),
                record.partition(),
                record.offset(),
                headers,
                new Payload(record.value()));
    }

    private static long number(@Nullable String text) {
        try {
            return text == null ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Its position in its context's history; 0 where the envelope has none. */
    long position() {
        return Math.max(0, number(headers.get(CloudEventHeaders.POSITION)));
    }

    /** Whether the envelope says which subject it is about, and where in its history. */
    boolean isAddressed() {
        return sequence >= 0;
    }

    @Override
    public String toString() {
        return "Letter[%s at %s/%d/%d]".formatted(type, topic, partition, offset);
    }
}
