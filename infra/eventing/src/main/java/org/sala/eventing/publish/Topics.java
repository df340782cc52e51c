package org.sala.eventing.publish;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** One topic a context. Its records are kept for ever: read models are rebuilt from them. */
public final class Topics {

    private Topics() {}

    /** The topic of a context. */
    public static String of(String prefix, String context) {
        return prefix + "." + context;
    }

    /**
     * Makes the topics that don't exist yet. Safe to call from several processes at once.
     *
     * @param kafka admin settings
     */
    public static void ensure(Map<String, Object> kafka, Set<String> topics, int partitions)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka)) {
            var present = admin.listTopics().names().get();
            var missing = topics.stream()
                    .filter(topic -> !present.contains(topic))
                    .map(topic -> new NewTopic(topic, Optional.of(partitions), Optional.empty())
                            .configs(Map.of(
                                    TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1")))
                    .toList();
            for (var made : admin.createTopics(missing).values().values()) {
                try {
                    made.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }
}
