package org.sala.eventing.intake;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets PostgreSQL end the connection of whoever comes to a step, as an administrator or a crash would. */
final class Killer {

    private Killer() {}

    /**
     * The next who comes there is killed.
     *
     * @param step such as {@code insert on balance}, after that statement's rows and before what follows; or
     *     {@code commit}: all is written, and the transaction ends
     */
    static void at(JdbcClient database, String step) {
        at(database, step, "1");
    }

    /**
     * Whoever comes there at one of these times is killed.
     *
     * @param times counted from 1, such as {@code 3, 40}; a row of the ledger's at {@code commit}, else a statement
     */
    static void at(JdbcClient database, String step, String times) {
        // a sequence counts on where a transaction is rolled back
        database.sql("create sequence if not exists steps").update();
        database.sql("""
                        create or replace function kill() returns trigger language plpgsql as $$
                        begin
                            if nextval('steps') in (%s) then
                                perform pg_terminate_backend(pg_backend_pid());
                            end if;
                            return null;
                        end $$""".formatted(times)).update();
        if (step.equals("commit")) {
            database.sql("""
                            create constraint trigger killer after insert or update on balance
                            deferrable initially deferred for each row execute function kill()""").update();
        } else {
            database.sql("create trigger killer after %s for each statement execute function kill()".formatted(step))
                    .update();
        }
    }

    static boolean hasKilled(JdbcClient database) {
        return database.sql("select is_called from steps").query(Boolean.class).single();
    }
}
