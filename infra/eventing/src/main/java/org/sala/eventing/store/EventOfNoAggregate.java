package org.sala.eventing.store;

import java.time.Instant;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;

/** An event that happened to no aggregate, as readers of the whole history get it. */
record EventOfNoAggregate(TrackingToken trackingToken, StoredEvent event) implements TrackedEventData<byte[]> {

    @Override
    public String getEventIdentifier() {
        return event.getEventIdentifier();
    }

    @Override
    public Instant getTimestamp() {
        return event.getTimestamp();
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return event.getMetaData();
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return event.getPayload();
    }
}
