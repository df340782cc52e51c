package org.sala.benchmarks.engines;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/** Axon's JPA engine on Hibernate: what one gets without choosing. */
public final class AxonJpa implements Engine {

    private final DataSource dataSource;
    private final EntityManagerFactory factory;
    private final JpaEventStorageEngine engine;

    public AxonJpa(DataSource dataSource) {
        this.dataSource = dataSource;
        var bean = new LocalContainerEntityManagerFactoryBean();
        bean.setDataSource(dataSource);
        bean.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        bean.setPackagesToScan(
                "org.axonframework.eventsourcing.eventstore.jpa",
                "org.axonframework.eventhandling",
                "org.axonframework.eventsourcing");
        bean.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "create"));
        bean.afterPropertiesSet();
        this.factory = Objects.requireNonNull(bean.getObject());
        var serializer = Jackson3Serializer.builder().build();
        var entityManager = SharedEntityManagerCreator.createSharedEntityManager(factory);
        this.engine = JpaEventStorageEngine.builder()
                .entityManagerProvider(() -> entityManager)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    @Override
    public void append(List<? extends DomainEventMessage<?>> events) {
        new TransactionTemplate(new JpaTransactionManager(factory))
                .executeWithoutResult(status -> engine.appendEvents(events));
    }

    /** In a transaction, as Hibernate's large objects need. */
    @Override
    public long readAll() {
        var transaction = new TransactionTemplate(new JpaTransactionManager(factory));
        return Objects.requireNonNull(transaction.execute(status -> {
            try (var events = engine.readEvents(null, false)) {
                return events.filter(event -> event.getPayload() instanceof Sample)
                        .count();
            }
        }));
    }

    /** With the large objects that Hibernate keeps the payloads in. */
    @Override
    public long bytes() {
        return JdbcClient.create(dataSource)
                .sql("select pg_total_relation_size('domainevententry') + pg_total_relation_size('pg_largeobject')")
                .query(Long.class)
                .single();
    }
}
