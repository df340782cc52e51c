package org.sala.ui.report;

import java.util.List;
import java.util.Map;
import org.sala.ui.audit.Timeline;
import org.sala.ui.shell.Summit;

/**
 * The indicators of one summit, as one reader may see them.
 *
 * @param suppressed whether small numbers of people are hidden in it
 * @param reached from which positions of the history it is made
 */
record Report(Summit summit, boolean suppressed, List<Table> tables, List<Timeline.Reached> reached) {

    Report {
        tables = List.copyOf(tables);
        reached = List.copyOf(reached);
    }

    /**
     * Numbers that belong together.
     *
     * @param dimension by what they are split: {@code TOTAL}, {@code DAY}, {@code GENDER}, {@code KIND}, {@code SIZE}
     */
    record Table(String dimension, List<Indicator> columns, List<Row> rows) {}

    /**
     * One line of a table.
     *
     * @param category what it counts, such as {@code WOMAN}; {@code DAY_2.ONLINE} for a day and mode
     */
    record Row(String category, Map<Indicator, Figure> figures) {}
}
