package org.sala.eventing.intake;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A read model: the facts it takes, folded into its tables. The same class runs live and in a rebuild beside the live
 * tables, so it names its tables without a schema, and reads neither a clock nor a sequence nor another's tables.
 *
 * <p>Facts of one subject come in order, each once in effect. Facts of different subjects or contexts come in any
 * order, and at the same time in several transactions (of several processes, or of a rebuild's threads); the tables must
 * be the same whatever that order was. So a row that several subjects write is upserted, and never read first to be
 * written after.
 */
public interface Projection {

    /** A short name for people and metrics, unique in its application. */
    String name();

    /**
     * The tables that this projection alone writes; a rebuild compares them by their content and can replace it. No
     * foreign key leads to or from them: what it would refer to may come later.
     */
    List<String> tables();

    /**
     * Columns that tell of the taking in and not of the facts, such as when it was; they may differ in a rebuild and
     * are not compared.
     */
    default List<String> notCompared() {
        return List.of();
    }

    /**
     * Folds one fact into the tables, in the transaction in which the fact's offset is stored. A thrown exception parks
     * the fact's subject in the dead letters, in order.
     *
     * <p>Changes are held back and sent together with those of other facts, so {@code update()} answers
     * {@link java.sql.Statement#SUCCESS_NO_INFO} and not how many rows there were. A query sees all that was folded
     * before it, and costs the batch a wait.
     */
    void fold(Fact fact, JdbcClient database);
}
