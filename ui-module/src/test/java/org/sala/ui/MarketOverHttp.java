package org.sala.ui;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** Where the face finds a marketplace, which is stood in for. */
public final class MarketOverHttp {

    public static final ScriptedModule MARKETPLACE = new ScriptedModule("marketplace");

    private static final HttpServer SERVER = start();

    private MarketOverHttp() {}

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", MARKETPLACE);
            server.start();
            return server;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    static URI address() {
        return URI.create("http://127.0.0.1:" + SERVER.getAddress().getPort());
    }
}
