package org.sala.eventing.intake;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which topics an intake's offsets are of. One that was removed and made again has the same name and other offsets: it
 * is read from its beginning, and the inbox passes over what was taken before.
 */
final class TopicIds {

    private static final Logger log = LoggerFactory.getLogger(TopicIds.class);

    private final String intake;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Map<String, Object> kafka;

    TopicIds(String intake, DataSource dataSource, PlatformTransactionManager transactions, Map<String, Object> kafka) {
        this.intake = intake;
        this.database = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.kafka = kafka;
    }

    /** Begins anew with those of these topics that were made anew. */
    void check(Set<String> topics) {
        try (var admin = Admin.create(kafka)) {
            admin.describeTopics(topics).allTopicNames().get().forEach((topic, description) -> {
                var id = description.topicId();
                check(topic, new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()));
            });
        } catch (ExecutionException e) {
            throw new KafkaException("topics can't be described", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void check(String topic, UUID id) {
        transaction.executeWithoutResult(status -> {
            var known = database.sql("select topic_id from intake_topic where intake = ? and topic = ? for update")
                    .params(intake, topic)
                    .query(UUID.class)
                    .optional();
            if (known.isPresent() && known.get().equals(id)) {
                return;
            }
            database.sql("""
                            insert into intake_topic (intake, topic, topic_id) values (?, ?, ?)
                            on conflict (intake, topic) do update set topic_id = excluded.topic_id""").params(intake, topic, id).update();
            if (known.isPresent()) {
                database.sql("update intake_offset set next_offset = 0 where intake = ? and topic = ?")
                        .params(intake, topic)
                        .update();
                log.warn("{} was made anew: {} reads it from its beginning", topic, intake);
            }
        });
    }
}
