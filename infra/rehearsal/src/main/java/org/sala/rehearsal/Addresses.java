package org.sala.rehearsal;

import java.net.URI;

/** Where the modules are asked, such as {@code http://127.0.0.1:8081}. */
public record Addresses(URI registration, URI sessions, URI marketplace, URI feedback, URI ui) {

    /** The modules' usual ports on this machine. */
    public static Addresses usual() {
        return new Addresses(local(8081), local(8082), local(8083), local(8084), local(8080));
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
