package org.sala.eventing.configuration;

import org.sala.eventing.Wakeup;
import org.sala.eventing.store.Lease;

/** A step that one process of several does: which one, and what wakes it here. */
record Led(Lease lease, Wakeup wakeup) {

    Led(Lease lease) {
        this(lease, new Wakeup());
    }

    /** Wakes it if this process leads it. Returns whether it does. */
    boolean wake() {
        var leads = lease.leads();
        if (leads) {
            wakeup.call();
        }
        return leads;
    }
}
