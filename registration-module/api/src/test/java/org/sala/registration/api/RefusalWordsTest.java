package org.sala.registration.api;

import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.testing.RefusalWordsContract;

class RefusalWordsTest implements RefusalWordsContract<Reason> {

    @Override
    public Class<Reason> reasons() {
        return Reason.class;
    }
}
