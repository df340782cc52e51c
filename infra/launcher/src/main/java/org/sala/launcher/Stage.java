package org.sala.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.sala.ports.TokenIssuer;
import org.sala.rehearsal.Addresses;
import org.sala.rehearsal.Performance;
import org.sala.rehearsal.Rehearsal;
import org.sala.rehearsal.RehearsalReport;

/**
 * Where summits are played on the running platform, in the background: the sample, once, so that there is something to look at; and
 * rehearsals, as often as asked for, each as a summit of its own.
 */
final class Stage implements AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Settings settings;
    private final Progress progress;
    private final Thread thread;
    private Instant lastLine = Instant.MIN;

    private Stage(Settings settings, Progress progress, Optional<Double> rehearsalSpeed) {
        this.settings = settings;
        this.progress = progress;
        this.thread = Thread.ofPlatform().name("rehearsal").unstarted(() -> play(rehearsalSpeed));
    }

    /** @param rehearsalSpeed how many times faster than life to play live; empty for the sample, where it wasn't played yet */
    static Stage open(Settings settings, Optional<Double> rehearsalSpeed, Progress progress) {
        var stage = new Stage(settings, progress, rehearsalSpeed);
        stage.thread.start();
        return stage;
    }

    private void play(Optional<Double> rehearsalSpeed) {
        var played = Files.exists(settings.data().samplePlayed());
        try {
            if (rehearsalSpeed.isPresent()) {
                var live = Performance.live(rehearsalSpeed.get());
                rehearse(
                        played
                                ? live.as(Instant.now()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString())
                                : live);
            } else if (!played) {
                playSample();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void playSample() throws IOException, InterruptedException {
        progress.step("The sample summit comes in…");
        var report = rehearsal().play(Performance.sample(), this::tell);
        if (report.isGood()) {
            keepAsPlayed();
            progress.step("The sample summit is there");
        } else {
            progress.say(report.inWords());
            progress.step("The sample summit is not whole; it is tried again at the next start");
        }
    }

    private void rehearse(Performance performance) throws IOException, InterruptedException {
        progress.step("The summit is played %,.0f times faster than life…".formatted(performance.speed()));
        RehearsalReport report = rehearsal().play(performance, this::tell);
        if (report.isGood() && performance.copy().isEmpty()) {
            keepAsPlayed();
        }
        progress.say(report.inWords());
        progress.step("The summit is over; everything goes on running");
    }

    private void keepAsPlayed() throws IOException {
        Files.writeString(settings.data().samplePlayed(), Instant.now().toString());
    }

    private void tell(org.sala.rehearsal.Progress.State state) {
        var now = Instant.now();
        if (Duration.between(lastLine, now).compareTo(BETWEEN_LINES) < 0) {
            return;
        }
        lastLine = now;
        progress.step("%s: %,d of %,d%s"
                .formatted(
                        DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH)
                                .format(state.summitTime()),
                        state.done(),
                        state.of(),
                        state.waitsFor().map(what -> ", waits for " + what).orElse("")));
    }

    private Rehearsal rehearsal() throws IOException {
        try (var key = Files.newInputStream(settings.secrets().tokensPrivateKey())) {
            return new Rehearsal(addresses(settings.ports()), TokenIssuer.of(key, Clock.systemUTC()));
        }
    }

    static Addresses addresses(Ports ports) {
        return new Addresses(
                URI.create(ports.url(Application.REGISTRATION)),
                URI.create(ports.url(Application.SESSIONS)),
                URI.create(ports.url(Application.MARKETPLACE)),
                URI.create(ports.url(Application.FEEDBACK)),
                URI.create(ports.url(Application.UI)));
    }

    /** Breaks off what is being played: what was sent stays, and can be played again. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
