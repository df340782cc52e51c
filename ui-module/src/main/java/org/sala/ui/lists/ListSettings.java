package org.sala.ui.lists;

import java.nio.file.Path;
import java.time.Duration;
import org.sala.sheets.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How lists are taken.
 *
 * @param folder where they lie while they are worked on
 * @param largest file that is taken
 * @param keep how long a list stays that nobody looks at
 * @param atOnce how many rows are sent at the same time
 */
@ConfigurationProperties("sala.lists")
record ListSettings(Path folder, DataSize largest, Duration keep, int atOnce) {

    Limits limits() {
        return Limits.DEFAULT.withFileBytes(largest.toBytes());
    }
}
