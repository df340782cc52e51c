package org.sala.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine, on its loopback address only. */
final class Ports {
    private Ports() {}

    /** The port itself when it is free, any free one for 0. */
    static int claim(int port, String forWhat) {
        if (port == 0) {
            return anyFree();
        }
        if (!isFree(port)) {
            throw new ServerUnavailable(
                    "Port " + port + " for " + forWhat + " is taken: stop what listens there or choose another");
        }
        return port;
    }

    /**
     * Below the range from which systems take ports for outgoing connections: a port that is free now is still free a moment later,
     * when the server opens it.
     */
    private static int anyFree() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 30_000);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ServerUnavailable("No free port found between 15000 and 30000");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
