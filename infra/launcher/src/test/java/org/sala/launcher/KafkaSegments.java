package org.sala.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.utils.Utils;

/** What stands in a broker's segments, taken out of its compressed batches, so that it can be looked through. */
final class KafkaSegments {

    private KafkaSegments() {}

    /**
     * Writes keys, values and headers of every record of every segment below a folder into another, a file a segment.
     *
     * @return how many records there were
     */
    static long unpack(Path broker, Path into) throws IOException {
        var records = 0L;
        try (var files = Files.walk(broker)) {
            for (var segment :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                var name = broker.relativize(segment).toString().replace('/', '-');
                var log = FileRecords.open(segment.toFile(), false);
                try (var out = Files.newOutputStream(into.resolve(name))) {
                    for (var record : log.records()) {
                        if (record.hasKey()) {
                            out.write(Utils.toArray(record.key()));
                        }
                        if (record.hasValue()) {
                            out.write(Utils.toArray(record.value()));
                        }
                        for (var header : record.headers()) {
                            write(out, header.value());
                        }
                        records++;
                    }
                } finally {
                    // closing it otherwise would cut the segment to what it was, which the broker meanwhile adds to
                    log.closeHandlers();
                }
            }
        }
        return records;
    }

    private static void write(OutputStream out, byte[] value) throws IOException {
        if (value != null) {
            out.write(value);
        }
    }
}
