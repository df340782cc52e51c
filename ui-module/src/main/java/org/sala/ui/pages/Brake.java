package org.sala.ui.pages;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever asks too much from one address: an allowance that fills up again with time. Kept in memory, under
 * a digest with a key that nobody knows, so that no address is written anywhere, and none can be worked out.
 */
public final class Brake {

    private static final int MOST_ADDRESSES = 20_000;

    private final int allowance;
    private final Duration refill;
    private final InstantSource clock;
    private final String key;
    private final Map<String, Left> left = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Left(double amount, Instant at) {}

    /**
     * Lets everything through at first.
     *
     * @param allowance how much can be asked at once
     * @param refill in which time one more can be
     */
    public Brake(int allowance, Duration refill, InstantSource clock) {
        this.allowance = allowance;
        this.refill = refill;
        this.clock = clock;
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.key = HexFormat.of().formatHex(random);
    }

    /** Whether that address has to wait. */
    public synchronized boolean holds(String address) {
        return leftOf(subject(address)) < 1;
    }

    /** Takes so much of what an address may ask. */
    public synchronized void spend(String address, int cost) {
        var subject = subject(address);
        left.put(subject, new Left(Math.max(0, leftOf(subject) - cost), clock.instant()));
    }

    private double leftOf(String subject) {
        var before = left.get(subject);
        return before == null
                ? allowance
                : Math.min(
                        allowance,
                        before.amount()
                                + (double) Duration.between(before.at(), clock.instant())
                                                .toMillis()
                                        / refill.toMillis());
    }

    private String subject(String address) {
        return HexFormat.of().formatHex(Ticket.sha256(key + network(address)), 0, 16);
    }

    /** Of an IPv6 address the half that a household has in common: it has as many of the other as it likes. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            return HexFormat.of()
                    .formatHex(Arrays.copyOf(InetAddress.ofLiteral(address).getAddress(), 8));
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
