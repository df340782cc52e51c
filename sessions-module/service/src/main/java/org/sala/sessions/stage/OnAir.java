package org.sala.sessions.stage;

import org.sala.sessions.api.InterviewId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SummitId;

/** Which interview of a summit is on air: what no stage can know by itself. */
public interface OnAir {

    /**
     * Puts an interview on air, in the command's transaction.
     *
     * @throws SessionsRejected {@code ON_AIR}, naming the other and its session
     */
    void take(SummitId summit, SessionId session, InterviewId interview);

    /** Takes it off air. */
    void leave(SummitId summit, InterviewId interview);
}
