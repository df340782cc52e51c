package org.sala.marketplace;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps of the transaction in which a swap is agreed, in their order; at each, PostgreSQL can be made to do something. */
enum AgreementStep {
    RESERVING_THE_FIRST_LEG("before update", "offer", "new.reserved = 2"),
    RESERVING_THE_SECOND_LEG("before update", "offer", "new.reserved = 3"),
    RESERVED("after update", "offer", "new.reserved = 3"),
    CLOSING_THE_TRADE("before update", "trade", "new.status = 'AGREED'"),
    PROMISING_THE_FIRST_LEG("before update", "leg", "new.number = 1 and new.status = 'OWED'"),
    PROMISING_THE_SECOND_LEG("after update", "leg", "new.number = 2 and new.status = 'OWED'"),
    APPENDING_THE_ACCEPTANCE("before insert", "event", "type_name(new.type) = 'marketplace.trade-accepted'"),
    APPENDING_THE_AGREEMENT("before insert", "event", "type_name(new.type) = 'marketplace.trade-agreed'"),
    APPENDED("after insert", "event", "type_name(new.type) = 'marketplace.trade-agreed'"),
    COMMITTING("after insert", "event", "type_name(new.type) = 'marketplace.trade-agreed'");

    private final String when;
    private final String table;
    private final String condition;

    AgreementStep(String when, String table, String condition) {
        this.when = when;
        this.table = table;
        this.condition = condition;
    }

    /**
     * Before the first of these.
     *
     * @param body of a PL/pgSQL block, what is done at a step; it ends by {@code return new}
     */
    static void prepare(JdbcClient database, String body) {
        database.sql("create function at_a_step() returns trigger language plpgsql as $$ begin " + body + " end $$")
                .update();
        database.sql("""
                        create function type_name(code smallint) returns text
                        language sql stable return (select name from event_name where event_name.code = type_name.code)
                        """).update();
    }

    /** From now on, as far as this swap is concerned. */
    void arm(JdbcClient database, Swap swap) {
        var deferred = this == COMMITTING;
        database.sql("create %s trigger %s %s on %s %s for each row when (%s and %s) execute function at_a_step()"
                        .formatted(
                                deferred ? "constraint" : "",
                                trigger(swap),
                                when,
                                table,
                                deferred ? "deferrable initially deferred" : "",
                                condition,
                                concerns(swap)))
                .update();
    }

    void disarm(JdbcClient database, Swap swap) {
        database.sql("drop trigger %s on %s".formatted(trigger(swap), table)).update();
    }

    private String concerns(Swap swap) {
        return switch (table) {
            case "offer" -> "new.offer in ('%s', '%s')".formatted(swap.first(), swap.second());
            case "event" -> "new.aggregate_id = '%s'".formatted(swap.id());
            default -> "new.trade = '%s'".formatted(swap.id());
        };
    }

    private static String trigger(Swap swap) {
        return "at_a_step_" + swap.id().toString().replace("-", "");
    }
}
