package org.sala.ui.signin;

import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The account behind the request or the window at hand, and its way out. */
@Component
public class SignedIn {

    private final AuthenticationContext context;

    SignedIn(AuthenticationContext context) {
        this.context = context;
    }

    /**
     * The account that is signed in.
     *
     * @throws IllegalStateException where nobody is, which no place that asks allows
     */
    public Account account() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in here"));
    }

    public Optional<Account> find() {
        return context.getAuthenticatedUser(Account.class);
    }

    /** Ends the session and leads to the sign-in page. */
    public void out() {
        context.logout();
    }
}
