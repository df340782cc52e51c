package org.sala.launcher;

/** The five applications, running. */
sealed interface Applications extends AutoCloseable permits Together, Apart {

    /** Stops them in order, the page first. */
    @Override
    void close();
}
