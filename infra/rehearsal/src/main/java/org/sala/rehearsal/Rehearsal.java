package org.sala.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sala.ports.CommandClient;
import org.sala.ports.TokenIssuer;
import org.sala.rehearsal.RehearsalReport.Durations;
import org.sala.rehearsal.RehearsalReport.Views;

/**
 * Plays a summit through the modules' public ports: the sample, the demo and the load. Everything in it may be played
 * again, and changes nothing then.
 */
public final class Rehearsal {

    private static final int MINUTES = 3;

    private final Addresses addresses;
    private final TokenIssuer tokens;
    private final Clock clock = Clock.systemUTC();

    /**
     * A rehearsal on a platform.
     *
     * @param tokens signs with the platform's private key; the rehearsal's accounts are its own, one for each role
     */
    public Rehearsal(Addresses addresses, TokenIssuer tokens) {
        this.addresses = addresses;
        this.tokens = tokens;
    }

    /**
     * Plays a summit from its first command to its last, and waits until the ui has taken in what came of it.
     *
     * @param progress is told how far it is, in the calling thread
     * @return what came of it, also where it had to give up
     * @throws FaultySummit where the summit's files have faults; nothing was sent then
     * @throws InterruptedException where the calling thread is interrupted; what was sent stays
     */
    public RehearsalReport play(Performance performance, Progress progress) throws InterruptedException {
        var summit = SampleReader.read(performance.summit(), performance.copy());
        var steps = performance.mishaps() ? Script.withMishaps(summit, performance.seed()) : Script.of(summit);
        var accounts = new Tokens(tokens, clock);
        try (var modules = new Modules(addresses);
                var ui = new CommandClient(addresses.ui(), (reason, details) -> new Refused(reason))) {
            var player = new Player(steps, modules, accounts, clock, performance);
            var began = System.nanoTime();
            var givenUp = player.play(summit.zone(), progress);
            var took = Duration.ofNanos(System.nanoTime() - began);
            var tally = player.tally();
            return new RehearsalReport(
                    tally.sent(),
                    tally.attempts(),
                    tally.sentAgainCount(),
                    tally.refused(),
                    tally.unexpected(),
                    tally.decided(),
                    took,
                    givenUp.isPresent()
                            ? new Views(Durations.of(List.of()), 0, Optional.of("given up before the end"))
                            : new ViewWatch(ui, accounts).measured(tally.attempted(), tally.takenCount()),
                    Figures.of(summit),
                    givenUp);
        }
    }

    /**
     * Plays a summit on the platform on this machine, and prints what came of it.
     *
     * <p>Options: {@code --speed} (a number, or {@code max}, which is the default), {@code --seed}, {@code --senders},
     * {@code --copy} (a name: plays the summit once more beside itself), {@code --summit} (a folder of files),
     * {@code --orderly} (nothing goes wrong), {@code --door} (a number: instead of a summit, that many people a minute are
     * checked in for three minutes), {@code --list} (a number: instead of a summit, a list of so many people is
     * imported), {@code --key} (the file of the platform's private key), and the modules'
     * addresses as {@code --registration}, {@code --sessions}, {@code --marketplace}, {@code --feedback}, {@code --ui}.
     *
     * <p>Exit status: 0 where all came out as it should, 1 where it did not, 2 where it can't begin.
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws InterruptedException {
        try {
            var order = Order.of(arguments);
            TokenIssuer issuer;
            try (var key = Files.newInputStream(order.key())) {
                issuer = TokenIssuer.of(key, Clock.systemUTC());
            }
            if (order.door().isPresent()) {
                var perMinute = order.door().getAsInt();
                var came = new DoorRush(order.addresses(), issuer, Clock.systemUTC()).happen(perMinute, MINUTES);
                System.out.print(came.inWords(perMinute));
                return came.trouble().isEmpty() ? 0 : 1;
            }
            if (order.list().isPresent()) {
                var came = new ListRush(order.addresses(), issuer, Clock.systemUTC())
                        .happen(order.list().getAsInt());
                System.out.print(came.inWords());
                return came.trouble().isEmpty() ? 0 : 1;
            }
            var report = new Rehearsal(order.addresses(), issuer).play(order.performance(), Rehearsal::show);
            System.out.println();
            System.out.print(report.inWords());
            return report.isGood() ? 0 : 1;
        } catch (Order.Unclear | FaultySummit e) {
            System.err.println(e.getMessage());
        } catch (UncheckedIOException e) {
            System.err.println("The summit's files can't be read: " + e.getMessage());
        } catch (IOException e) {
            System.err.println("The platform's private key can't be read: " + e.getMessage() + ". Give it with --key.");
        }
        return 2;
    }

    /** One line that is written over. */
    private static void show(Progress.State state) {
        System.out.printf(
                Locale.ROOT,
                "\r%,6d of %,d  %s  %,d refused as they should be, %,d not  %-60s",
                state.done(),
                state.of(),
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").format(state.summitTime()),
                state.refused(),
                state.unexpected(),
                state.waitsFor().map(what -> "waits for " + what).orElse(""));
        System.out.flush();
    }

    /** Where the launcher keeps the platform's private key. */
    static final Path USUAL_KEY = Path.of(".data", "keys", "tokens.pem");
}
