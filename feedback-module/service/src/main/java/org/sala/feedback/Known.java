package org.sala.feedback;

import org.sala.feedback.api.ParticipantId;
import org.sala.feedback.api.SessionId;
import org.sala.feedback.api.SummitId;

/** What feedback knows from the events of registration and sessions: nothing of it is ever decided here. */
interface Known {

    boolean isAnnounced(SummitId summit);

    boolean isRegistered(ParticipantId participant, SummitId summit);

    boolean isScheduled(SessionId session, SummitId summit);
}
