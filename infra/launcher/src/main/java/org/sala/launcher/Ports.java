package org.sala.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sala.embedded.ServerUnavailable;

/** Where everything listens. */
record Ports(Map<Application, Integer> applications, int postgres, int kafka) {
    /** What the applications' own configurations take for granted. */
    static final Ports USUAL = new Ports(consecutive(8080), 5433, 9093);

    private static final int APPLICATIONS = Application.values().length;

    /** The highest port that leaves room for all the others. */
    static final int HIGHEST = 65_535 - APPLICATIONS - 1;

    Ports {
        applications = Map.copyOf(applications);
    }

    /** The page's port and the six after it, so that a second platform fits beside the usual one. */
    static Ports from(int first) {
        var usual = USUAL.of(Application.UI);
        return first == usual ? USUAL : new Ports(consecutive(first), first + APPLICATIONS, first + APPLICATIONS + 1);
    }

    int of(Application application) {
        return java.util.Objects.requireNonNull(applications.get(application));
    }

    String url(Application application) {
        return "http://127.0.0.1:" + of(application);
    }

    /**
     * For the applications; PostgreSQL and Kafka see to their own, where a server that a killed run has left is no stranger.
     *
     * @throws ServerUnavailable naming the first port that something listens on
     */
    void requireFree() {
        for (var application : Application.values()) {
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(of(application)));
            } catch (IOException taken) {
                throw new ServerUnavailable("Port " + of(application) + " for " + application.id()
                        + " is taken: stop what listens there, or choose others with --port");
            }
        }
    }

    private static Map<Application, Integer> consecutive(int first) {
        var ports = new LinkedHashMap<Application, Integer>();
        var next = first;
        for (var application : Application.values()) {
            ports.put(application, next++);
        }
        return ports;
    }
}
