package org.sala.rehearsal;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The files of a summit on the class path, and what the reading of one needs of the others. */
final class SummitFiles {

    private final String name;
    private final String copy;
    private final Ids ids;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, UUID> organizations = new LinkedHashMap<>();
    private final Map<String, UUID> participants = new LinkedHashMap<>();
    private ZoneId zone = ZoneOffset.UTC;

    SummitFiles(String name, String copy) {
        this.name = name;
        this.copy = copy;
        this.ids = Ids.ofSummit(name, copy);
    }

    /**
     * Opens one.
     *
     * @param file its name, without ending
     * @param fields its headings, with commas between them
     */
    Sheet sheet(String file, String fields) {
        var path = "/summits/" + name + "/" + file + ".csv";
        try (var stream = SummitFiles.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new FileNotFoundException("no file " + path);
            }
            return Sheet.read(
                    file + ".csv",
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)),
                    List.of(fields.split(", ", -1)),
                    faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row's own key, which no row before it has. */
    String key(Sheet.Row row, String kind, Map<String, UUID> taken) {
        var key = row.text("key");
        if (taken.putIfAbsent(key, ids.of(kind, key)) != null) {
            throw row.faulty("key", "is another line's already");
        }
        return key;
    }

    /** A title of this copy, so that people can tell it from the others. */
    String title(String title) {
        return copy.isEmpty() ? title : title + " · " + copy;
    }

    Ids ids() {
        return ids;
    }

    /** Faults found until now; more are added here. */
    List<Fault> faults() {
        return faults;
    }

    FaultySummit faulty() {
        return new FaultySummit(name, faults);
    }

    /** Ids of organisations by their keys. */
    Map<String, UUID> organizations() {
        return organizations;
    }

    /** Ids of people by their keys. */
    Map<String, UUID> participants() {
        return participants;
    }

    /** In which the files' times are. */
    ZoneId zone() {
        return zone;
    }

    void liveIn(ZoneId zone) {
        this.zone = zone;
    }
}
