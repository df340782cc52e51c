package org.sala.ui.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sala.ui.signin.Account;

/** A list that somebody works on, from its upload until it is put away. Safe for many threads. */
final class WorkingList {

    private static final long BETWEEN_TELLINGS = Duration.ofMillis(200).toNanos();

    private final UUID id = UUID.randomUUID();
    private final UUID summit;
    private final Account account;
    private final String name;
    private final Path file;
    private final Clock clock;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final AtomicLong told = new AtomicLong(System.nanoTime());
    private volatile Upload upload;
    private volatile Choices choices;
    private volatile Stage stage = new Stage.Choosing();
    private volatile Instant touched;
    private volatile @Nullable Thread worker;

    WorkingList(UUID summit, Account account, String name, Path file, Upload upload, Choices choices, Clock clock) {
        this.summit = summit;
        this.account = account;
        this.name = name;
        this.file = file;
        this.upload = upload;
        this.choices = choices;
        this.clock = clock;
        this.touched = clock.instant();
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

    /** The file's name, as whoever brought it calls it. */
    String name() {
        return name;
    }

    Path file() {
        return file;
    }

    Upload upload() {
        return upload;
    }

    void upload(Upload other) {
        upload = other;
    }

    Choices choices() {
        return choices;
    }

    void choices(Choices others) {
        choices = others;
    }

    Stage stage() {
        return stage;
    }

    /** What the dry run found, while it is there. */
    Optional<Plan> plan() {
        return Optional.ofNullable(planOf(stage));
    }

    Instant touched() {
        return touched;
    }

    /** Whether something is being read or sent. */
    boolean isBusy() {
        return stage instanceof Stage.Looking || stage instanceof Stage.Importing;
    }

    /** Goes on to another stage, and tells so at once. */
    void at(Stage next) {
        var before = stage;
        stage = next;
        touched = clock.instant();
        if (!Objects.equals(planOf(before), planOf(next))) {
            close(planOf(before));
        }
        tell();
    }

    /** Tells of progress, now and then. */
    void progress(@Nullable Stage next) {
        if (next != null) {
            stage = next;
        }
        var now = System.nanoTime();
        var last = told.get();
        if (now - last > BETWEEN_TELLINGS && told.compareAndSet(last, now)) {
            touched = clock.instant();
            tell();
        }
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }

    /** Tells of changes, on whichever thread, until what is returned is run. */
    Runnable watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    void work(String what, Runnable work) {
        var thread = Thread.ofVirtual().name(what + "-" + id).unstarted(work);
        worker = thread;
        thread.start();
    }

    /** Ends what is being done; what was sent is sent. */
    void cancel() {
        var working = worker;
        if (working != null) {
            working.interrupt();
        }
    }

    /** Ends everything, and deletes what lies on disk. */
    void putAway() throws InterruptedException {
        var working = worker;
        if (working != null) {
            working.interrupt();
            working.join(Duration.ofSeconds(20));
        }
        close(planOf(stage));
        ListFolder.delete(file);
    }

    private static @Nullable Plan planOf(Stage stage) {
        return switch (stage) {
            case Stage.Looked looked -> looked.plan();
            case Stage.Importing importing -> importing.plan();
            case Stage.Ended ended -> ended.plan();
            case Stage.Choosing _, Stage.Looking _, Stage.Unreadable _, Stage.Unasked _ -> null;
        };
    }

    private static void close(@Nullable Plan plan) {
        if (plan != null) {
            try {
                plan.rows().close();
            } catch (IOException held) {
                throw new UncheckedIOException(held);
            }
        }
    }
}
