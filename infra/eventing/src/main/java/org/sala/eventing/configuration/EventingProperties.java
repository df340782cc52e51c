package org.sala.eventing.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.publish.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code eventing}.
 *
 * @param platform what all contexts together are called; begins the topics' names and the CloudEvents source
 * @param kafka how Kafka is reached
 * @param poll how long a loop waits when nobody wakes it: what other processes wrote is seen after that long
 * @param lease how long a leader that died stays leader
 * @param wakeAcrossProcesses whether several processes of one context tell each other of new work, each on a connection
 *     of its own; without, they see it by their polls
 * @param batch how many events are sequenced, published or taken in at once
 * @param keys where persons' keys are; absent in an application that stores nothing personal
 */
@ConfigurationProperties("eventing")
public record EventingProperties(
        @DefaultValue("sala") String platform,
        @DefaultValue Kafka kafka,
        @DefaultValue("100ms") Duration poll,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("true") boolean wakeAcrossProcesses,
        @DefaultValue("1000") int batch,
        @Nullable Keys keys) {

    /**
     * Where persons' keys are, apart from the events: a schema of their own, with a login of its own, and the master key
     * outside of the database.
     *
     * @param url JDBC's address of the schema
     * @param masterKey a file, made at the first start
     * @param masterKeyset the master key itself, in Tink's JSON; where it is given, there is no file
     * @param masterKeyInKms its address in a key management service; where it is given, there is no file
     * @param erasures a file with the ids of those who were erased, apart from the database and from its backup
     * @param rotateMasterKey whether the master key is changed at this start; no event is rewritten
     * @param wrapAnew whether every person's key is wrapped again at this start, with the master key as it is now: after a
     *     key management service has changed its own
     */
    public record Keys(
            String url,
            String username,
            @DefaultValue("") String password,
            @DefaultValue("data/keys/master.key") Path masterKey,
            @Nullable String masterKeyset,
            @Nullable String masterKeyInKms,
            Path erasures,
            boolean rotateMasterKey,
            boolean wrapAnew) {

        /** Shows neither the password nor the master key. */
        @Override
        public String toString() {
            return "Keys[" + username + "]";
        }
    }

    /**
     * How Kafka is reached.
     *
     * @param partitions of each topic, when it is made
     * @param settings of every client, by Kafka's own names; for encryption and sign-in, say
     */
    public record Kafka(
            @DefaultValue("127.0.0.1:9092") String bootstrapServers,
            @DefaultValue("4") int partitions,
            @DefaultValue Map<String, String> settings) {}

    /** The poll of a loop that leads by a lease, which may not run out in between. */
    Duration leadersPoll() {
        var often = lease.dividedBy(3);
        return poll.compareTo(often) < 0 ? poll : often;
    }

    /** Settings of a client of that name. */
    public Map<String, Object> client(String name) {
        var all = new HashMap<String, Object>();
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        all.put(CommonClientConfigs.CLIENT_ID_CONFIG, name);
        // several applications may share a JVM: their clients' beans would clash
        all.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        all.put("enable.metrics.push", false);
        all.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        all.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, 30_000);
        all.putAll(kafka.settings());
        return all;
    }

    /** The topic of a context. */
    public String topic(String context) {
        return Topics.of(platform, context);
    }

    /** The CloudEvents source of a context. */
    public String source(String context) {
        return "/" + platform + "/" + context;
    }
}
