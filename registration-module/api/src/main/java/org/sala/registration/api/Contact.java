package org.sala.registration.api;

import org.jspecify.annotations.Nullable;

/**
 * How a person is reached; at least one way is there. Personal: {@link #toString()} shows nothing of it.
 *
 * @param phone digits with an optional leading +, spaces allowed
 * @param email an address
 */
public record Contact(@Nullable String phone, @Nullable String email) {

    @Override
    public String toString() {
        return "Contact[hidden]";
    }
}
