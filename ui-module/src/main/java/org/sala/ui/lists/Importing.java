package org.sala.ui.lists;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sala.personal.Personal;
import org.sala.ports.TokenIssuer;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.ui.lists.Planned.Kind;
import org.sala.ui.lists.Remark.What;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Sends what a dry run found good: so many rows at a time, in the order of the list where seats are short. A command that
 * had no answer is sent again as it was, which registration takes for the same; who was registered meanwhile is told
 * apart from who is refused.
 */
@Service
class Importing {

    private static final Logger LOG = LoggerFactory.getLogger(Importing.class);
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final EnumSet<Kind> GOOD = EnumSet.of(Kind.NEW, Kind.CHANGED);

    private final RegistrationPort port;
    private final RegistrationQueries registration;
    private final TokenIssuer tokens;
    private final ImportLog log;
    private final ListSettings settings;
    private final Clock clock;

    Importing(
            RegistrationPort port,
            RegistrationQueries registration,
            TokenIssuer tokens,
            ImportLog log,
            ListSettings settings,
            Clock clock) {
        this.port = port;
        this.registration = registration;
        this.tokens = tokens;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins, or goes on where it stopped. */
    void begin(WorkingList list) {
        switch (list.stage()) {
            case Stage.Looked(var plan) ->
                begin(list, plan, new Sending(plan.rows().rows(), plan.good()));
            case Stage.Ended(var plan, var sending, var how) when how != Stage.How.DONE -> begin(list, plan, sending);
            case Stage.Choosing _,
                    Stage.Looking _,
                    Stage.Importing _,
                    Stage.Ended _,
                    Stage.Unreadable _,
                    Stage.Unasked _ -> {}
        }
    }

    private void begin(WorkingList list, Plan plan, Sending sending) {
        log.began(list, plan.good());
        list.at(new Stage.Importing(plan, sending));
        list.work("import", () -> {
            var how = new Run(list, plan, sending).run();
            log.ended(list, how, sending);
            LOG.info(
                    "An import ended: {}, {} of {} rows sent, {} refused",
                    how,
                    sending.answered(),
                    sending.total(),
                    sending.refused());
            list.at(new Stage.Ended(plan, sending, how));
        });
    }

    /** One run over a plan. */
    private final class Run {

        private final WorkingList list;
        private final Plan plan;
        private final Sending sending;
        private final StandingToken token;
        private final AtomicBoolean unreachable = new AtomicBoolean();

        Run(WorkingList list, Plan plan, Sending sending) {
            this.list = list;
            this.plan = plan;
            this.sending = sending;
            this.token = new StandingToken(tokens, clock, list.account());
        }

        Stage.How run() {
            var cancelled = new AtomicBoolean();
            try {
                enrol();
                work(cancelled);
            } catch (InterruptedException asked) {
                cancelled.set(true);
            }
            if (unreachable.get()) {
                return Stage.How.STOPPED;
            }
            return cancelled.get() && sending.answered() < sending.total() ? Stage.How.CANCELLED : Stage.How.DONE;
        }

        /**
         * A few threads for all rows, and not one for each: what libraries keep for a thread is dear to make. They are the
         * system's own, since they do nothing but wait for answers, which costs a virtual one more.
         */
        private void work(AtomicBoolean cancelled) {
            var left = plan.rows().of(GOOD).filter(sending::isPending).iterator();
            var workers = new ArrayList<Thread>();
            for (var i = 0; i < (plan.shortages().isEmpty() ? settings.atOnce() : 1); i++) {
                workers.add(Thread.ofPlatform()
                        .daemon()
                        .name("list-sending-" + i)
                        .start(() -> {
                            for (var index = next(left); index.isPresent(); index = next(left)) {
                                if (cancelled.get() || unreachable.get()) {
                                    return;
                                }
                                send(index.getAsInt());
                                list.progress(null);
                            }
                        }));
            }
            for (var worker : workers) {
                // what is on its way gets its answer
                while (worker.isAlive()) {
                    try {
                        worker.join();
                    } catch (InterruptedException asked) {
                        cancelled.set(true);
                    }
                }
            }
        }

        private static OptionalInt next(PrimitiveIterator.OfInt left) {
            synchronized (left) {
                return left.hasNext() ? OptionalInt.of(left.nextInt()) : OptionalInt.empty();
            }
        }

        private void enrol() throws InterruptedException {
            for (var command : plan.enrolling()) {
                try {
                    attempt(command);
                } catch (RegistrationRejected refused) {
                    // enrolled by somebody else meanwhile, or its people will be refused for it
                    LOG.info("An organisation of a list was not enrolled: {}", refused.reason());
                }
                if (unreachable.get()) {
                    return;
                }
            }
        }

        private void send(int index) {
            var kind = plan.rows().kind(index);
            try {
                for (var command : plan.rows().read(index).commands()) {
                    attempt(command);
                    if (unreachable.get()) {
                        return;
                    }
                }
                sending.done(index, kind);
            } catch (RegistrationRejected refused) {
                if (refused.reason() == Reason.CONTACT_TAKEN && isRegistered(index)) {
                    sending.done(index, kind);
                } else {
                    sending.refused(index, remark(refused));
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException trouble) {
                LOG.warn("An import can't go on: {}", Trouble.kind(trouble));
                unreachable.set(true);
            }
        }

        private void attempt(RegistrationCommand command) throws InterruptedException {
            for (var attempt = 1; ; attempt++) {
                try {
                    port.send(command, token.get());
                    return;
                } catch (RegistrationRejected refused) {
                    throw refused;
                } catch (RuntimeException away) {
                    if (attempt == ATTEMPTS || unreachable.get()) {
                        LOG.warn("An import can't go on: {}", Trouble.kind(away));
                        unreachable.set(true);
                        return;
                    }
                    Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
                }
            }
        }

        /** Whether the same person was registered meanwhile: by another import of the list, say. */
        private boolean isRegistered(int index) {
            return plan.rows().read(index).commands().stream()
                    .filter(RegisterParticipant.class::isInstance)
                    .map(RegisterParticipant.class::cast)
                    .findFirst()
                    .flatMap(command -> registration
                            .personWith(command.summit(), command.contact(), token.get())
                            .filter(person -> person.name().equals(Personal.of(command.name()))
                                    && Objects.equals(person.organization(), command.organization())))
                    .isPresent();
        }
    }

    private static Remark remark(RegistrationRejected refused) {
        var details = new TreeMap<String, String>(refused.details());
        details.put("reason", refused.reason().name());
        return new Remark(What.REGISTRATION, "", details);
    }
}
