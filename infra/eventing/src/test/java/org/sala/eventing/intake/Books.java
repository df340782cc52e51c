package org.sala.eventing.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a test knows that it sent, beside what the tables of a ledger say: kept without any code of the intake. */
final class Books {

    private final Map<String, StringBuilder> sent = new TreeMap<>();

    /** Account by account, what was credited in the order it was; an account may be without credit. */
    Map<String, String> expected() {
        var expected = new TreeMap<String, String>();
        sent.forEach((account, credited) -> expected.put(account, credited.toString()));
        return expected;
    }

    /** Opens accounts and credits each, in turn, so many times; amounts all differ within an account. */
    void write(Wire wire, List<String> accounts, int credits) throws Exception {
        accounts.forEach(wire::open);
        accounts.forEach(account -> sent.put(account, new StringBuilder()));
        credit(wire, accounts, 1, credits);
    }

    /** Credits each account, in turn, from that sequence on. */
    void credit(Wire wire, List<String> accounts, int from, int credits) throws Exception {
        for (var sequence = from; sequence < from + credits; sequence++) {
            for (var account : accounts) {
                wire.credit(account, sequence, sequence);
                Objects.requireNonNull(sent.get(account)).append(' ').append(sequence);
            }
        }
        wire.flush();
    }

    /** What the tables say; fails where the two of them disagree. */
    static Map<String, String> of(ConfigurableApplicationContext application) {
        var credited = new TreeMap<String, String>();
        application
                .getBean(JdbcClient.class)
                .sql("select account, credited, cents, credits from journal full join balance using (account)")
                .query((row, n) -> {
                    var text = row.getString(2);
                    var amounts = List.of(text.trim().split(" ")).stream()
                            .filter(amount -> !amount.isEmpty())
                            .mapToLong(Long::parseLong)
                            .toArray();
                    if (row.getLong(3) != Arrays.stream(amounts).sum() || row.getInt(4) != amounts.length) {
                        throw new AssertionError("balance and journal of " + row.getString(1) + " disagree");
                    }
                    return credited.put(row.getString(1), text);
                })
                .list();
        return credited;
    }
}
