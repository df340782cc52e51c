package org.sala.rehearsal;

/**
 * Something wrong in a file of a summit. Says where and what, and never the value, which may be somebody's.
 *
 * @param file its name
 * @param line counted from 1, headings included
 * @param field the column
 */
record Fault(String file, long line, String field, String problem) {

    @Override
    public String toString() {
        return "%s, line %d, %s: %s".formatted(file, line, field, problem);
    }
}
