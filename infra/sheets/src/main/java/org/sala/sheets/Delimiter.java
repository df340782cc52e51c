package org.sala.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What parts the cells of a CSV.
 *
 * @param skipped characters before the first record
 */
record Delimiter(char character, int skipped) {

    private static final List<Character> CANDIDATES = List.of(',', ';', '\t');
    private static final int RECORDS = 50;

    /** Excel's own way to tell, which it never shows as a row. */
    private static final Pattern TOLD = Pattern.compile("sep=(.)(?:\r\n|\r|\n)", Pattern.CASE_INSENSITIVE);

    /**
     * The one by which most records have the same number of fields, two at least; of equals the one that makes more; a
     * comma where there is but one column.
     *
     * @param head the beginning of the text
     * @param whole whether it is all of it, so that the last record is complete
     */
    static Delimiter guess(String head, boolean whole) {
        var told = TOLD.matcher(head);
        if (told.lookingAt()) {
            return new Delimiter(told.group(1).charAt(0), told.end());
        }
        var best = ',';
        var bestScore = 0.0;
        for (char candidate : CANDIDATES) {
            var score = score(head, whole, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return new Delimiter(best, 0);
    }

    /** The share of records with the commonest number of fields, and a trifle for that number. */
    private static double score(String head, boolean whole, char candidate) {
        var counts = new HashMap<Integer, Integer>();
        var records = 0;
        var quotesFit = 1.0;
        try (var csv = CsvReader.builder()
                .fieldSeparator(candidate)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(head)) {
            var all = csv.iterator();
            while (all.hasNext() && records < RECORDS) {
                CsvRecord next = all.next();
                if (whole || all.hasNext()) {
                    counts.merge(next.getFieldCount(), 1, Integer::sum);
                    records++;
                }
            }
        } catch (CsvParseException e) {
            // quotes inside of fields, as under a wrong delimiter; or people's own
            quotesFit = 0.5;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var best = 0.0;
        for (var count : counts.entrySet()) {
            if (count.getKey() > 1) {
                best = Math.max(best, quotesFit * count.getValue() / records + Math.min(count.getKey(), 1000) * 1e-6);
            }
        }
        return best;
    }
}
