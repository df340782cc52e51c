package org.sala.eventing.ledger;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** What happens to an account. */
public sealed interface LedgerEvent {

    String account();

    /** An account was opened. */
    @JsonTypeName("ledger.account-opened")
    record AccountOpened(String account) implements LedgerEvent {}

    /** An account was credited. */
    @JsonTypeName("ledger.account-credited")
    record AccountCredited(String account, long cents) implements LedgerEvent {}
}
