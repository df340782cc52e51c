package org.sala.ports;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What everything that comes of one request has in common: a UUID, made by whoever asks first and carried along in
 * {@value #HEADER}, in events and in logs. Bound to the running call and never to the process, so that several
 * applications can live in one.
 */
public final class Correlation {

    /** The HTTP header that carries it, both ways. */
    public static final String HEADER = "X-Correlation-Id";

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

    private Correlation() {}

    /** The id of the request that is being answered; outside of one, a new id at each call. */
    public static String current() {
        return CURRENT.isBound() ? CURRENT.get() : UUID.randomUUID().toString();
    }

    /**
     * Runs an action in which {@link #current()} is this id.
     *
     * @param id a UUID; anything else, being a stranger's text that would go into logs, is replaced by a new id
     */
    public static <R extends @Nullable Object, X extends Throwable> R within(
            @Nullable String id, ScopedValue.CallableOp<? extends R, X> action) throws X {
        return ScopedValue.where(CURRENT, acceptedOrNew(id)).call(action);
    }

    private static String acceptedOrNew(@Nullable String id) {
        return id != null && id.length() == 36 && UUID_FORM.matcher(id).matches()
                ? id.toLowerCase(Locale.ROOT)
                : UUID.randomUUID().toString();
    }
}
