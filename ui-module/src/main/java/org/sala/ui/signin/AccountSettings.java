package org.sala.ui.signin;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.ports.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first accounts, one a role. A password here is used only while its account doesn't exist yet.
 *
 * @param firstPasswords where passwords go that had to be made up because none is given; readable by the owner alone
 */
@ConfigurationProperties("sala.accounts")
record AccountSettings(
        @Nullable First staff,
        @Nullable First facilitator,
        @Nullable First auditor,
        @Nullable First donor,
        @DefaultValue("data/first-passwords") Path firstPasswords) {

    record First(@Nullable String password) {
        @Override
        public String toString() {
            return "First[hidden]";
        }
    }

    Optional<String> password(Role role) {
        var first = switch (role) {
            case STAFF -> staff;
            case FACILITATOR -> facilitator;
            case AUDITOR -> auditor;
            case DONOR -> donor;
            case PARTICIPANT -> throw new IllegalArgumentException("a participant has a ticket and no account");
        };
        return Optional.ofNullable(first).map(First::password).filter(password -> !password.isBlank());
    }
}
