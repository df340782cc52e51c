package org.sala.sessions.api;

import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.testing.RefusalWordsContract;

class RefusalWordsTest implements RefusalWordsContract<Reason> {

    @Override
    public Class<Reason> reasons() {
        return Reason.class;
    }
}
