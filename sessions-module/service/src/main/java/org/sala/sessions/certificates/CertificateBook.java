package org.sala.sessions.certificates;

import org.sala.sessions.api.CertificateId;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionsQueries.Learning;
import org.sala.sessions.api.SummitId;

/** What certificates certify, and how they are found: what none can know by itself. */
public interface CertificateBook {

    /** What somebody attended of a summit, in sessions that are over. */
    Learning learning(ParticipantId participant, SummitId summit);

    /** Lets a certificate be found by its code. */
    void enter(String code, CertificateId certificate);
}
