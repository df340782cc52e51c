package org.sala.feedback.api;

import org.sala.feedback.api.FeedbackRejected.Reason;
import org.sala.testing.RefusalWordsContract;

class RefusalWordsTest implements RefusalWordsContract<Reason> {

    @Override
    public Class<Reason> reasons() {
        return Reason.class;
    }
}
