package org.sala.ui.signin;

import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs local accounts in. Whatever is wrong — the name, the password, or too many tries — it says the same, and an
 * unknown name takes as long as a wrong password.
 */
@Component
class LocalSignIn implements AuthenticationProvider {

    private static final int LONGEST = 200;

    private final Accounts accounts;
    private final SignInBrake brake;
    private final PasswordEncoder passwords;
    private final String nobodysHash;

    LocalSignIn(Accounts accounts, SignInBrake brake, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.brake = brake;
        this.passwords = passwords;
        this.nobodysHash = Objects.requireNonNull(passwords.encode("nobody has this password"));
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var name = asked.getName();
        var password = String.valueOf(asked.getCredentials());
        var address =
                asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "nowhere";
        if (name.length() > LONGEST || password.length() > LONGEST || brake.holds(name, address)) {
            throw refused();
        }
        var kept = accounts.find(name);
        var matches = passwords.matches(
                password, kept.map(Accounts.Kept::passwordHash).orElse(nobodysHash));
        if (kept.isEmpty() || !matches) {
            brake.failed(name, address);
            throw refused();
        }
        brake.succeeded(name, address);
        var account = kept.get().account();
        if (passwords.upgradeEncoding(kept.get().passwordHash())) {
            accounts.rehash(account.id(), Objects.requireNonNull(passwords.encode(password)));
        }
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                account,
                null,
                account.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList());
        signedIn.setDetails(asked.getDetails());
        return signedIn;
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("not signed in");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
