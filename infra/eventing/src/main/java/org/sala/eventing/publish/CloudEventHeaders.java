package org.sala.eventing.publish;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Names of the headers of a record: CloudEvents 1.0, Kafka protocol binding, binary mode, with extensions of ours for
 * the position in the context's history, the sequence within the subject, and the provenance.
 */
public final class CloudEventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String CONTENT_TYPE = "content-type";
    public static final String POSITION = "ce_position";
    public static final String SEQUENCE = "ce_sequence";
    public static final String CORRELATION = "ce_correlation";
    public static final String CAUSATION = "ce_causation";
    public static final String ACTOR = "ce_actor";
    public static final String ROLE = "ce_role";

    private CloudEventHeaders() {}

    /** Adds a header as UTF-8, unless there is no value. */
    public static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Reads a header; null where it is absent. */
    public static @Nullable String read(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
