package org.sala.ui.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sala.ports.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The local accounts, with their passwords' hashes. */
@Repository
class Accounts {

    private final JdbcClient database;

    Accounts(JdbcClient database) {
        this.database = database;
    }

    /** An account and what its password is checked against; never leaves this package. */
    record Kept(Account account, String passwordHash) {
        @Override
        public String toString() {
            return "Kept[" + account.id() + "]";
        }
    }

    Optional<Kept> find(String signInName) {
        return database.sql("select id, password_hash, roles from account where sign_in_name = :name")
                .param("name", folded(signInName))
                .query((row, number) -> new Kept(
                        new Account(
                                row.getObject("id", UUID.class),
                                Arrays.stream((String[]) row.getArray("roles").getArray())
                                        .map(Role::valueOf)
                                        .collect(Collectors.toSet())),
                        row.getString("password_hash")))
                .optional();
    }

    boolean exists(String signInName) {
        return find(signInName).isPresent();
    }

    /** Adds an account; false where the name is taken, by another process perhaps that starts at the same time. */
    boolean add(String signInName, String passwordHash, Set<Role> roles) {
        return database.sql("""
                        insert into account (id, sign_in_name, password_hash, roles)
                        values (:id, :name, :hash, cast(:roles as text[])) on conflict (sign_in_name) do nothing""")
                        .param("id", UUID.randomUUID())
                        .param("name", folded(signInName))
                        .param("hash", passwordHash)
                        .param("roles", roles.stream().map(Role::name).collect(Collectors.joining(",", "{", "}")))
                        .update()
                == 1;
    }

    void rehash(UUID account, String passwordHash) {
        database.sql("update account set password_hash = :hash where id = :id")
                .param("hash", passwordHash)
                .param("id", account)
                .update();
    }

    static String folded(String signInName) {
        return signInName.strip().toLowerCase(Locale.ROOT);
    }
}
