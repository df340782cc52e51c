package org.sala.ui.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: after some failures the next try has to wait, twice as long each time. Counted for an account
 * from one address, for an address, and — with a short wait only, or anybody could lock anybody out — for an account
 * from everywhere. Kept in the database, so that a second process of this application is no second chance.
 */
@Component
class SignInBrake {

    private final JdbcClient database;

    SignInBrake(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is counted together.
     *
     * @param free failures that cost nothing
     * @param longest seconds that a try waits at the most
     */
    private record Count(String subject, int free, int longest) {}

    private static List<Count> counts(String signInName, String address) {
        var name = Accounts.folded(signInName);
        return List.of(
                new Count(digest("both", name + "\n" + address), 4, 900),
                new Count(digest("address", address), 30, 900),
                new Count(digest("account", name), 20, 30));
    }

    /** Whether a try has to wait. */
    boolean holds(String signInName, String address) {
        return database.sql("select count(*) from sign_in_failure where subject in (:subjects) and not_before > now()")
                        .param(
                                "subjects",
                                counts(signInName, address).stream()
                                        .map(Count::subject)
                                        .toList())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void failed(String signInName, String address) {
        for (var count : counts(signInName, address)) {
            database.sql("""
                            insert into sign_in_failure as f (subject, failures, last_at, not_before)
                            values (:subject, 1, now(), now())
                            on conflict (subject) do update set
                              failures = case when f.last_at < now() - interval '1 hour' then 1 else f.failures + 1 end,
                              last_at = now(),
                              not_before = case
                                when f.last_at < now() - interval '1 hour' or f.failures < :free then now()
                                else now() + make_interval(secs => least(:longest, power(2, least(f.failures - :free, 20))))
                              end""")
                    .param("subject", count.subject())
                    .param("free", count.free())
                    .param("longest", count.longest())
                    .update();
        }
    }

    void succeeded(String signInName, String address) {
        database.sql("delete from sign_in_failure where subject = :subject")
                .param("subject", counts(signInName, address).getFirst().subject())
                .update();
    }

    /** What was typed as a name may be a password in the wrong field: only its digest is kept. */
    private static String digest(String kind, String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest((kind + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return kind + ":" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
