package org.sala.eventing.ledger;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much is on each account. Can be told to choke on an account. */
public final class Balances implements Projection {

    private final Set<String> chokesOn = ConcurrentHashMap.newKeySet();

    /** Refuses everything of that account from now on. */
    public void chokeOn(String account) {
        chokesOn.add(account);
    }

    /** Takes that account again. */
    public void recover(String account) {
        chokesOn.remove(account);
    }

    @Override
    public String name() {
        return "balances";
    }

    @Override
    public List<String> tables() {
        return List.of("balance");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        if (chokesOn.contains(fact.subject())) {
            throw new IllegalArgumentException("choked");
        }
        switch (fact.event()) {
            case LedgerEvent.AccountOpened e ->
                database.sql("insert into balance (account, cents, credits) values (?, 0, 0)")
                        .param(e.account())
                        .update();
            case LedgerEvent.AccountCredited e ->
                database.sql("update balance set cents = cents + ?, credits = credits + 1 where account = ?")
                        .params(e.cents(), e.account())
                        .update();
            default -> {}
        }
    }
}
