package org.sala.registration.contacts;

import org.sala.registration.api.Contact;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.SummitId;

/** What a decision asks of phone numbers and addresses: whose each is, at a summit. Asked within its transaction. */
public interface Contacts {

    /**
     * Reserves ways to reach a person for that person, all or, with the transaction, none. Whoever asks for one of the
     * same meanwhile waits for the answer.
     *
     * @return false where one of them is another person's at this summit
     */
    boolean reserve(SummitId summit, ParticipantId participant, Contact contact);

    /**
     * The same, and gives back whatever else was reserved for the person.
     *
     * @return false where one of them is another person's at this summit
     */
    boolean replace(SummitId summit, ParticipantId participant, Contact contact);

    /** Forgets every way to reach a person. */
    void release(ParticipantId participant);
}
