package org.sala.marketplace.api;

import org.sala.marketplace.api.MarketplaceRejected.Reason;
import org.sala.testing.RefusalWordsContract;

class RefusalsTest implements RefusalWordsContract<Reason> {

    @Override
    public Class<Reason> reasons() {
        return Reason.class;
    }
}
