package org.sala.registration;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.sala.registration.api.DataKind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long each kind of data is kept after a summit: settings under {@code sala.registration.retention} (decision 0056).
 *
 * @param contacts phone numbers and addresses
 * @param needs what people need to take part
 * @param attendance who it was that attended
 */
@ConfigurationProperties("sala.registration.retention")
record RetentionRules(
        @DefaultValue("P1Y") Period contacts,
        @DefaultValue("P30D") Period needs,
        @DefaultValue("P4Y") Period attendance) {

    RetentionRules {
        for (var period : new Period[] {contacts, needs, attendance}) {
            if (period.isNegative()) {
                throw new IllegalArgumentException("sala.registration.retention holds a negative time");
            }
        }
    }

    Period keptFor(DataKind kind) {
        return switch (kind) {
            case CONTACTS -> contacts;
            case NEEDS -> needs;
            case ATTENDANCE -> attendance;
        };
    }

    /** When data of that kind are forgotten, of a summit whose time began to run then. */
    Instant until(DataKind kind, Instant since) {
        return since.atOffset(ZoneOffset.UTC).plus(keptFor(kind)).toInstant();
    }
}
