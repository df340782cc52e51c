package org.sala.ui.lists;

import java.util.List;
import java.util.Optional;
import org.sala.sheets.Format;
import org.sala.sheets.Sheet;

/**
 * What is seen of a list before it is read whole.
 *
 * @param sheet the one that is looked at; absent for a CSV
 * @param headings by column
 * @param samples the first rows, by column
 */
record Upload(
        Format format,
        List<Sheet> sheets,
        Optional<String> sheet,
        int headingRow,
        List<String> headings,
        List<List<String>> samples) {

    Upload {
        sheets = List.copyOf(sheets);
        headings = List.copyOf(headings);
        samples = List.copyOf(samples);
    }

    /** What the first rows have in a column. */
    List<String> samples(int column) {
        return samples.stream()
                .filter(row -> column < row.size() && !row.get(column).isEmpty())
                .map(row -> row.get(column))
                .toList();
    }

    /** Shows nothing of what is in it. */
    @Override
    public String toString() {
        return "Upload[" + headings.size() + " columns]";
    }
}
