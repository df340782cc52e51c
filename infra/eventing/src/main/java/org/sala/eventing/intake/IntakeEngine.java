package org.sala.eventing.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.sala.eventing.Loop;
import org.sala.eventing.Step;
import org.sala.eventing.Wakeup;
import org.sala.eventing.publish.Topics;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.PlatformTransactionManager;

/** An {@link IntakeDefinition} at work: its loop, its dead letters, its rebuild. Starts and stops with its application. */
public final class IntakeEngine implements SmartLifecycle {

    private static final int PHASE = 10;

    private final DeadLetters deadLetters;
    private final Rebuild rebuild;
    private final Inbox inbox;
    private final int parkedLimit;
    private final Lag lag;
    private final Intake intake;
    private final Loop loop;

    /**
     * Where an intake takes from and into.
     *
     * @param contextOfTopic the topics to read, each with the context that publishes on it
     * @param partitions of a topic that is not there yet
     * @param client settings of a Kafka client of a given name
     * @param committed told after each batch, on the intake's thread
     */
    public record Surroundings(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            Map<String, String> contextOfTopic,
            int partitions,
            Function<String, Map<String, Object>> client,
            Rebuild.Tables tables,
            Consumer<IntakeCommitted> committed) {}

    public IntakeEngine(IntakeDefinition definition, Surroundings around) {
        var name = definition.name();
        this.parkedLimit = definition.parkedLimit();
        this.inbox = new Inbox(
                definition, around.dataSource(), around.transactions(), new IntakeMetrics(around.meters(), name));
        this.deadLetters = new DeadLetters(around.dataSource(), Map.of(name, inbox));
        this.rebuild = new Rebuild(
                definition,
                around.contextOfTopic(),
                around.dataSource(),
                around.transactions(),
                around.client().apply(name + "-rebuild"),
                around.tables(),
                around.committed());
        this.lag =
                new Lag(inbox, around.contextOfTopic().keySet(), around.client().apply(name + "-lag"));
        this.intake = new Intake(
                name,
                around.contextOfTopic(),
                inbox,
                new TopicIds(
                        name,
                        around.dataSource(),
                        around.transactions(),
                        around.client().apply(name + "-topics")),
                around.client().apply(name + "-intake"),
                around.committed());
        var topicsAreThere = new boolean[1];
        this.loop = new Loop(
                name + "-intake",
                PHASE,
                Duration.ofMillis(1),
                new Wakeup(),
                () -> {
                    if (!topicsAreThere[0]) {
                        // a subscription to a topic that comes later would notice it late
                        Topics.ensure(
                                around.client().apply(name + "-admin"),
                                around.contextOfTopic().keySet(),
                                around.partitions());
                        topicsAreThere[0] = true;
                    }
                    return intake.takeOnce();
                },
                intake::close);
    }

    /**
     * This intake, for operators: how many records the ends of its topics are ahead of what is taken in by all processes
     * together (not a number while Kafka doesn't say), and how many subjects and events are parked.
     */
    public Step step() {
        return new Step(
                "intake",
                loop,
                Map.of(
                        "recordsBehind",
                        lag::records,
                        "parkedSubjects",
                        () -> deadLetters.parked().size(),
                        "parkedEvents",
                        inbox::parkedLetters),
                this::fullOfParked);
    }

    private Optional<String> fullOfParked() {
        return loop.failure() != null && inbox.parkedLetters() >= parkedLimit
                ? Optional.of("%d parked events, as many as may be: mend what they fail by, and retry them"
                        .formatted(parkedLimit))
                : Optional.empty();
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    public Rebuild rebuild() {
        return rebuild;
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.quit();
        intake.wakeup();
        loop.stop();
        lag.close();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    @Override
    public int getPhase() {
        return loop.getPhase();
    }
}
