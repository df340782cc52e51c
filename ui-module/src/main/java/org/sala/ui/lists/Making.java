package org.sala.ui.lists;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.sala.ui.signin.Account;

/** Something that is made to be taken away, by whom, and how far it is. Safe for many threads. */
final class Making {

    private final UUID id = UUID.randomUUID();
    private final UUID summit;
    private final Account account;
    private final String name;
    private final String mediaType;
    private final Path file;
    private final Instant began;
    private volatile int done;
    private volatile int total;
    private volatile State state = State.MAKING;

    /** How it stands. */
    enum State {
        MAKING,
        READY,
        /** Nobody would be on it. */
        EMPTY,
        FAILED
    }

    Making(UUID summit, Account account, String name, String mediaType, Path file, Instant began) {
        this.summit = summit;
        this.account = account;
        this.name = name;
        this.mediaType = mediaType;
        this.file = file;
        this.began = began;
    }

    UUID id() {
        return id;
    }

    UUID summit() {
        return summit;
    }

    Account account() {
        return account;
    }

    /** The file's name, which tells of nobody. */
    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    Path file() {
        return file;
    }

    Instant began() {
        return began;
    }

    int done() {
        return done;
    }

    int total() {
        return total;
    }

    State state() {
        return state;
    }

    void progress(int soFar, int of) {
        done = soFar;
        total = of;
    }

    void ended(State how) {
        state = how;
    }
}
