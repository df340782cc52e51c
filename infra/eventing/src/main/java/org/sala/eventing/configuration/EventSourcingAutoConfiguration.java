package org.sala.eventing.configuration;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.sala.eventing.Commands;
import org.sala.eventing.EventNames;
import org.sala.eventing.EventSourcedContext;
import org.sala.eventing.Gathering;
import org.sala.eventing.Loop;
import org.sala.eventing.Provenance;
import org.sala.eventing.Step;
import org.sala.eventing.follow.Follower;
import org.sala.eventing.personal.PersonalData;
import org.sala.eventing.personal.SubjectKeys;
import org.sala.eventing.publish.KafkaTopic;
import org.sala.eventing.publish.Publisher;
import org.sala.eventing.store.PostgresEventStorageEngine;
import org.sala.eventing.store.Sequencer;
import org.sala.eventing.store.Verification;
import org.sala.eventing.store.WireSerializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon for an application that declares an {@link EventSourcedContext}. Configured by hand rather than by Axon's starter,
 * whose auto-configuration is ordered after classes of an older Spring Boot and would leave it silently without
 * transactions and store; so nothing is chosen here that is not written here.
 */
@AutoConfiguration(
        after = {
            DataSourceTransactionManagerAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            KeysAutoConfiguration.class
        })
@ConditionalOnClass(Configurer.class)
@ConditionalOnBean(EventSourcedContext.class)
class EventSourcingAutoConfiguration {

    /** The loops' phases: what takes commands starts after them and stops before. */
    static final int PHASE = 0;

    /** A transaction that is open for longer than this while events wait behind it is an alarm. */
    private static final Duration HELD_UP_AFTER = Duration.ofSeconds(10);

    @Bean
    PersonalData personalData(EventSourcedContext context, ObjectProvider<SubjectKeys> keys) {
        var names = storedTypes(context);
        var ofPersons = keys.getIfAvailable();
        return ofPersons == null ? PersonalData.none(names) : PersonalData.with(ofPersons, names);
    }

    private static EventNames storedTypes(EventSourcedContext context) {
        var names = context.events();
        for (var aggregate : context.aggregates()) {
            var snapshots = aggregate.snapshots();
            names = snapshots == null ? names : names.and(snapshots.name(), aggregate.type());
        }
        return names;
    }

    @Bean
    @DependsOnDatabaseInitialization
    PostgresEventStorageEngine eventStorageEngine(
            EventSourcedContext context,
            PersonalData personalData,
            DataSource dataSource,
            LedSteps ledSteps,
            ObjectProvider<EventUpcaster> upcasters,
            ObjectProvider<MeterRegistry> meters) {
        var names = storedTypes(context);
        var appends = Timer.builder("eventing.append")
                .description("from when a command's events are given over to when they are stored for good")
                .publishPercentileHistogram()
                .register(meters.getIfAvailable(SimpleMeterRegistry::new));
        var settings = PostgresEventStorageEngine.on(dataSource, WireSerializer.of(names, personalData))
                .upcaster(new EventUpcasterChain(upcasters.orderedStream().toList()))
                .afterCommit(ledSteps::appended)
                .appendTimes(appends::record);
        if (context.aggregates().stream().allMatch(aggregate -> aggregate.snapshots() == null)) {
            settings.withoutSnapshots();
        }
        var engine = context.commitsInGroups()
                ? settings.groupCommit(context.name() + "-commits").build()
                : settings.build();
        engine.introduce(names.all().keySet());
        engine.introduce(context.aggregates().stream()
                .map(aggregate -> nameOf(aggregate.type()))
                .toList());
        return engine;
    }

    /** As Axon calls an aggregate of that class. */
    private static String nameOf(Class<?> aggregate) {
        var root = aggregate.getAnnotation(AggregateRoot.class);
        return root == null || root.type().isEmpty() ? aggregate.getSimpleName() : root.type();
    }

    @Bean
    HistoryEndpoint historyEndpoint(DataSource dataSource, PlatformTransactionManager transactions) {
        return new HistoryEndpoint(new Verification(dataSource, transactions));
    }

    @Bean
    ParameterResolverFactory handlerParameters(ListableBeanFactory beans) {
        return MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(getClass()), new SpringBeanParameters(beans));
    }

    // Its own destroy method by name: Axon's Configuration has a shutdown of its own.
    @Bean(initMethod = "start", destroyMethod = "shutdown")
    Configuration axonConfiguration(
            EventSourcedContext context,
            PostgresEventStorageEngine engine,
            PlatformTransactionManager transactions,
            ParameterResolverFactory handlerParameters) {
        var serializer = engine.getEventSerializer();
        CorrelationDataProvider provenance = EventSourcingAutoConfiguration::provenance;
        // false: no modules by ServiceLoader; the only one there is calls home
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> serializer)
                .configureEventSerializer(c -> serializer)
                .configureMessageSerializer(c -> serializer)
                .configureTransactionManager(c -> new SpringTransactions(transactions))
                .configureCorrelationDataProviders(c -> List.of(provenance))
                .registerComponent(ParameterResolverFactory.class, c -> handlerParameters)
                .configureEventStore(
                        c -> EmbeddedEventStore.builder().storageEngine(engine).build());
        CommandTargetResolver target = command -> new VersionedAggregateIdentifier(
                // the constructor for any type of id; that for strings is deprecated
                (Object) context.targetOf(command.getPayload())
                        .orElseThrow(() -> new IllegalStateException(
                                command.getPayloadType().getName() + " is for no aggregate")),
                null);
        for (var aggregate : context.aggregates()) {
            var configured = AggregateConfigurer.defaultConfiguration(aggregate.type())
                    .configureCommandTargetResolver(c -> target);
            var snapshots = aggregate.snapshots();
            if (snapshots != null) {
                configured.configureSnapshotTrigger(
                        c -> new EventCountSnapshotTriggerDefinition(c.snapshotter(), snapshots.events()));
            }
            configurer.configureAggregate(configured);
        }
        return configurer.buildConfiguration();
    }

    private static Map<String, Object> provenance(Message<?> message) {
        var kept = new HashMap<String, Object>();
        for (var name : List.of(Provenance.CORRELATION, Provenance.CAUSATION, Provenance.ACTOR, Provenance.ROLE)) {
            var value = message.getMetaData().get(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    @Bean
    EventStore eventStore(Configuration axonConfiguration) {
        return axonConfiguration.eventStore();
    }

    @Bean
    CommandBus commandBus(Configuration axonConfiguration) {
        return axonConfiguration.commandBus();
    }

    @Bean
    Commands commands(CommandBus commandBus) {
        return new AxonCommands(commandBus);
    }

    /** Empty where the application does without, or where it can't be told how its data source connects. */
    @Bean
    WakingAcrossProcesses wakingAcrossProcesses(
            EventSourcedContext context, DataSource dataSource, EventingProperties properties) {
        return properties.wakeAcrossProcesses()
                ? WakingAcrossProcesses.of(context.name(), dataSource)
                : WakingAcrossProcesses.none();
    }

    @Bean
    LedSteps ledSteps(
            EventSourcedContext context,
            DataSource dataSource,
            WakingAcrossProcesses wakingAcrossProcesses,
            EventingProperties properties) {
        var steps = LedSteps.of(context, dataSource, properties.lease(), wakingAcrossProcesses::call);
        wakingAcrossProcesses.listenFor(LedSteps.WORDS, steps::heard);
        return steps;
    }

    @Bean
    Sequencer sequencer(DataSource dataSource, PlatformTransactionManager transactions, EventingProperties properties) {
        return new Sequencer(dataSource, transactions, properties.batch());
    }

    @Bean
    Loop sequencerLoop(
            EventSourcedContext context, Sequencer sequencer, LedSteps ledSteps, EventingProperties properties) {
        var led = ledSteps.sequencer();
        return new Loop(
                context.name() + "-sequencer",
                PHASE,
                properties.leadersPoll(),
                led.wakeup(),
                () -> {
                    if (led.lease().hold().isEmpty()) {
                        return false;
                    }
                    var given = sequencer.sequence();
                    if (given > 0) {
                        ledSteps.sequenced();
                    }
                    Gathering.after(given, properties.batch());
                    return given == properties.batch();
                },
                led.lease()::release);
    }

    @Bean
    Step sequencing(Loop sequencerLoop, Sequencer sequencer) {
        return new Step(
                "sequencer",
                sequencerLoop,
                Map.of("position", sequencer::position, "waiting", sequencer::distance),
                () -> sequencer
                        .heldUp(HELD_UP_AFTER)
                        .map(heldUp -> "process %d (%s), in a transaction open for %d s"
                                .formatted(
                                        heldUp.process(),
                                        heldUp.application(),
                                        heldUp.open().toSeconds())));
    }

    @Bean
    Step publishing(Loop publisherLoop, Publisher publisher) {
        return new Step("publisher", publisherLoop, Map.of("position", publisher::position, "waiting", publisher::lag));
    }

    @Bean
    MeterBinder publisherMetrics(Publisher publisher) {
        return registry -> {
            FunctionCounter.builder("eventing.publisher.published", publisher, Publisher::published)
                    .description("events that Kafka acknowledged to this process")
                    .register(registry);
            FunctionCounter.builder("eventing.publisher.producers", publisher, Publisher::producersMade)
                    .description("producers made: more than one where one was replaced")
                    .register(registry);
        };
    }

    @Bean
    Publisher publisher(
            EventSourcedContext context, DataSource dataSource, LedSteps ledSteps, EventingProperties properties) {
        return new Publisher(
                dataSource,
                ledSteps.publisher().lease(),
                new KafkaTopic(
                        properties.client(context.name() + "-publisher"),
                        properties.topic(context.name()),
                        properties.kafka().partitions()),
                properties.source(context.name()),
                properties.batch());
    }

    @Bean
    Loop publisherLoop(
            EventSourcedContext context, Publisher publisher, LedSteps ledSteps, EventingProperties properties) {
        return new Loop(
                context.name() + "-publisher",
                PHASE,
                properties.leadersPoll(),
                properties.leadersPoll(),
                ledSteps.publisher().wakeup(),
                () -> publisher.publish() > 0,
                publisher::release);
    }

    /** Loops of the context's own policies, one each. */
    @Bean
    FollowerLoops followerLoops(
            EventSourcedContext context,
            ListableBeanFactory beans,
            DataSource dataSource,
            PostgresEventStorageEngine engine,
            ParameterResolverFactory handlerParameters,
            LedSteps ledSteps,
            EventingProperties properties) {
        return new FollowerLoops(context.followers().stream()
                .map(type -> {
                    var name = type.getSimpleName();
                    var led = Objects.requireNonNull(ledSteps.followers().get(name));
                    var follower =
                            new Follower(name, dataSource, led.lease(), engine, beans.getBean(type), handlerParameters);
                    return new Loop(
                            context.name() + "-" + name,
                            PHASE,
                            properties.leadersPoll(),
                            properties.leadersPoll(),
                            led.wakeup(),
                            follower::follow,
                            follower::release);
                })
                .toList());
    }
}
