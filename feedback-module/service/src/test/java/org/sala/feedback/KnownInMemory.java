package org.sala.feedback;

import org.sala.feedback.api.ParticipantId;
import org.sala.feedback.api.SessionId;
import org.sala.feedback.api.SummitId;

/** One summit with one person and one session; and another summit with one of each too. */
record KnownInMemory(Summit here, Summit elsewhere) implements Known {

    record Summit(SummitId id, ParticipantId person, SessionId session) {}

    @Override
    public boolean isAnnounced(SummitId summit) {
        return here.id().equals(summit) || elsewhere.id().equals(summit);
    }

    @Override
    public boolean isRegistered(ParticipantId participant, SummitId summit) {
        return (here.person().equals(participant) && here.id().equals(summit))
                || (elsewhere.person().equals(participant) && elsewhere.id().equals(summit));
    }

    @Override
    public boolean isScheduled(SessionId session, SummitId summit) {
        return (here.session().equals(session) && here.id().equals(summit))
                || (elsewhere.session().equals(session) && elsewhere.id().equals(summit));
    }
}
