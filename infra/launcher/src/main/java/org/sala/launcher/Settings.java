package org.sala.launcher;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What each application is told of the platform around it; the same settings whether it runs in this JVM or in its own. */
record Settings(DataFolder data, Ports ports, Secrets secrets) {

    /** Spring properties by name. Each application gets its own passwords at PostgreSQL and no other's. */
    Map<String, String> of(Application application) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("sala." + application.id() + ".port", Integer.toString(ports.of(application)));
        // without TLS in front, nobody but this machine's people are let in
        settings.put("server.address", "127.0.0.1");
        settings.put("sala.postgres.host", "127.0.0.1");
        settings.put("sala.postgres.port", Integer.toString(ports.postgres()));
        settings.put("sala.postgres.password." + application.id(), secrets.databasePassword(application.id()));
        if (application.keepsKeys()) {
            settings.put(
                    "sala.postgres.password." + application.keysId(), secrets.databasePassword(application.keysId()));
            settings.put("sala.keys.folder", secrets.folder().toString());
        }
        // five pools at one server of a laptop: connections come when they are needed and go again
        settings.put("spring.datasource.hikari.minimum-idle", "2");
        settings.put("spring.datasource.hikari.idle-timeout", "60000");
        settings.put("sala.kafka.bootstrap-servers", "127.0.0.1:" + ports.kafka());
        settings.put("sala.tokens.public-key", "file:" + secrets.tokensPublicKey());
        if (application == Application.REGISTRATION) {
            settings.put("sala.registration.contact-secret", secrets.contacts().toString());
        }
        if (!application.isService()) {
            settings.put("sala.tokens.private-key", "file:" + secrets.tokensPrivateKey());
            settings.put("sala.accounts.first-passwords", data.firstPasswords().toString());
            for (var service : Application.values()) {
                if (service.isService()) {
                    settings.put("sala." + service.id() + ".url", ports.url(service));
                }
            }
        }
        return settings;
    }

    /** The same as environment variables, as a deployment gives them. */
    Map<String, String> environmentOf(Application application) {
        return of(application).entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> setting.getKey()
                                .replace('.', '_')
                                .replace('-', '_')
                                .toUpperCase(Locale.ROOT),
                        Map.Entry::getValue));
    }
}
