package org.sala.registration.contacts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.sala.registration.api.Contact;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose a phone number or an address is, at a summit, in PostgreSQL. Always written in the order of the keys, so that nobody
 * waits in a circle.
 */
public final class ContactTable implements Contacts {

    private final JdbcClient database;
    private final ContactKeys keys;

    public ContactTable(JdbcClient database, ContactKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public boolean reserve(SummitId summit, ParticipantId participant, Contact contact) {
        for (var key : keys.of(summit, contact)) {
            if (!reserve(summit, participant, key)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean replace(SummitId summit, ParticipantId participant, Contact contact) {
        var wanted = keys.of(summit, contact);
        var touched = new TreeSet<>(wanted);
        touched.addAll(reserved(participant));
        for (var key : touched) {
            if (wanted.contains(key)) {
                if (!reserve(summit, participant, key)) {
                    return false;
                }
            } else {
                database.sql("delete from contact where summit = :summit and key = :key")
                        .param("summit", summit.value())
                        .param("key", key.digest())
                        .update();
            }
        }
        return true;
    }

    @Override
    public void release(ParticipantId participant) {
        database.sql("delete from contact where participant = :participant")
                .param("participant", participant.value())
                .update();
    }

    /** Makes every way to reach one person lead to another. */
    public void handOver(ParticipantId from, ParticipantId to) {
        database.sql("update contact set participant = :to where participant = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /** The summit that somebody is registered for, as whoever is can be reached; empty where nobody is. */
    public Optional<SummitId> summitOf(ParticipantId participant) {
        return database.sql("select summit from contact where participant = :participant limit 1")
                .param("participant", participant.value())
                .query((row, number) -> new SummitId(row.getObject("summit", UUID.class)))
                .optional();
    }

    /** Whom a contact leads to, in whichever form it is written. */
    public Optional<ParticipantId> holderOf(SummitId summit, Contact contact) {
        return holdersOf(summit, List.of(contact)).getFirst();
    }

    /** The same of many, in their order. */
    public List<Optional<ParticipantId>> holdersOf(SummitId summit, List<Contact> contacts) {
        var asked = contacts.stream().map(contact -> keys.of(summit, contact)).toList();
        var found = holders(summit, asked.stream().flatMap(Collection::stream).toList());
        var holders = new ArrayList<Optional<ParticipantId>>();
        for (var one : asked) {
            holders.add(one.stream()
                    .flatMap(key -> Optional.ofNullable(found.get(key)).stream())
                    .findFirst());
        }
        return holders;
    }

    private Map<ContactKey, ParticipantId> holders(SummitId summit, List<ContactKey> asked) {
        var found = new HashMap<ContactKey, ParticipantId>();
        database.sql("select key, participant from contact where summit = :summit and key = any(:keys)")
                .param("summit", summit.value())
                .param("keys", asked.stream().map(ContactKey::digest).toArray(String[]::new))
                .query(row -> {
                    found.put(
                            new ContactKey(row.getString("key")),
                            new ParticipantId(row.getObject("participant", UUID.class)));
                });
        return found;
    }

    private List<ContactKey> reserved(ParticipantId participant) {
        return database.sql("select key from contact where participant = :participant")
                .param("participant", participant.value())
                .query((row, number) -> new ContactKey(row.getString("key")))
                .list();
    }

    private boolean reserve(SummitId summit, ParticipantId participant, ContactKey key) {
        var reserved = database.sql("""
                        insert into contact (summit, key, participant) values (:summit, :key, :participant)
                        on conflict (summit, key) do nothing
                        """)
                .param("summit", summit.value())
                .param("key", key.digest())
                .param("participant", participant.value())
                .update();
        return reserved == 1 || isOf(summit, key, participant);
    }

    /** Two processes may be told to register the same person: the later has to find itself, and then its event. */
    private boolean isOf(SummitId summit, ContactKey key, ParticipantId participant) {
        return participant.equals(holders(summit, List.of(key)).get(key));
    }
}
