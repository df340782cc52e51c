package org.sala.eventing.ledger;

import java.util.List;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what was credited to an account, one after the other: what is taken twice or out of order shows. */
public final class Journal implements Projection {

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public List<String> tables() {
        return List.of("journal");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        switch (fact.event()) {
            case LedgerEvent.AccountOpened e ->
                database.sql("insert into journal (account, credited) values (:account, '')")
                        .param("account", e.account())
                        .update();
            case LedgerEvent.AccountCredited e ->
                database.sql("update journal set credited = credited || ' ' || :cents where account = :account")
                        .param("cents", Long.toString(e.cents()))
                        .param("account", e.account())
                        .update();
            default -> {}
        }
    }
}
