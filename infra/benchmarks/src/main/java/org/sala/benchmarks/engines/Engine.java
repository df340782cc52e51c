package org.sala.benchmarks.engines;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** Something that can store events. Its tables are made with it. */
public interface Engine {

    /** Stores these in one transaction, durably. */
    void append(List<? extends DomainEventMessage<?>> events);

    /** Reads and decodes the whole history. Returns how many events there were. */
    long readAll();

    /** Bytes of the tables and indexes that hold the events. */
    long bytes();
}
