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
        var wanted = List.copyOf(keys.of(summit, contact));
        return reserve(summit, participant, wanted) == wanted.size() || areOf(summit, wanted, participant);
    }

    @Override
    public boolean replace(SummitId summit, ParticipantId participant, Contact contact) {
        var wanted = keys.of(summit, contact);
        var touched = new TreeSet<>(wanted);
        touched.addAll(reserved(participant));
        for (var key : touched) {
            if (wanted.contains(key)) {
                var one = List.of(key);
                if (reserve(summit, participant, one) == 0 && !areOf(summit, one, participant)) {
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

    /** One after the other in the order of the keys. Returns how many were nobody's. */
    private int reserve(SummitId summit, ParticipantId participant, List<ContactKey> wanted) {
        return database.sql("""
                        insert into contact (summit, key, participant)
                        select :summit, key, :participant from unnest(:keys) with ordinality as wanted (key, number)
                        order by number
                        on conflict (summit, key) do nothing
                        """)
                .param("summit", summit.value())
                .param("keys", wanted.stream().map(ContactKey::digest).toArray(String[]::new))
                .param("participant", participant.value())
                .update();
    }

    /** Two processes may be told to register the same person: the later has to find itself, and then its event. */
    private boolean areOf(SummitId summit, List<ContactKey> wanted, ParticipantId participant) {
        var holders = holders(summit, wanted);
        return wanted.stream().allMatch(key -> participant.equals(holders.get(key)));
    }
}
