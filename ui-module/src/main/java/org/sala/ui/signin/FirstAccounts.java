package org.sala.ui.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import org.sala.ports.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes one account a role at first start. Where no password is given one is made up and put in a file that only its
 * owner can read: a log is copied to more places than anyone remembers, so no password ever goes there.
 */
@Component
class FirstAccounts implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Accounts accounts;
    private final AccountSettings settings;
    private final PasswordEncoder passwords;

    FirstAccounts(Accounts accounts, AccountSettings settings, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.settings = settings;
        this.passwords = passwords;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var role : Role.ofAccounts()) {
            var name = role.name().toLowerCase(Locale.ROOT);
            if (accounts.exists(name)) {
                continue;
            }
            var given = settings.password(role);
            var password = given.orElseGet(FirstAccounts::madeUp);
            if (accounts.add(name, java.util.Objects.requireNonNull(passwords.encode(password)), Set.of(role))
                    && given.isEmpty()) {
                writeDown(name, password);
            }
        }
    }

    private void writeDown(String name, String password) {
        var file = settings.firstPasswords().toAbsolutePath();
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            Files.writeString(file, name + " " + password + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            LOG.info("Made up the first password of account {}; it is in {}", name, file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The first passwords can't be written to " + file, unwritable);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /** Twenty letters of 31: 99 bits. */
    private static String madeUp() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (var i = 0; i < 20; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
