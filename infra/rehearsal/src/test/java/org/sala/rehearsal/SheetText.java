package org.sala.rehearsal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A file of a summit, written in a test. */
record SheetText(String text) {

    List<String> faults(List<String> fields) {
        var faults = new ArrayList<Fault>();
        try {
            Sheet.read("hall.csv", new StringReader(text), fields, faults).each(row -> {
                row.khmer("name_km");
                return row.moment("at", ZoneOffset.UTC);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults.stream().map(Fault::toString).toList();
    }
}
