package org.sala.ui.commands;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sala.feedback.api.FeedbackRejected;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.ports.NotSignedIn;
import org.sala.ports.PortUnreachable;
import org.sala.ports.TokenIssuer;
import org.sala.registration.api.RegistrationRejected;
import org.sala.sessions.api.SessionsRejected;
import org.sala.ui.language.Words;
import org.sala.ui.signin.Account;
import org.sala.ui.signin.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks something of a context as whoever is signed in, with a token signed for this one call. */
@Component
public class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final TokenIssuer tokens;
    private final SignedIn signedIn;

    Asking(TokenIssuer tokens, SignedIn signedIn) {
        this.tokens = tokens;
        this.signedIn = signedIn;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param port sends the command with the token it is given
     * @return nothing where it was done; else in the reader's words why not, and what to do
     */
    public Optional<String> ask(Consumer<String> port, Locale locale) {
        return ask(signedIn.account(), port, locale);
    }

    private Optional<String> ask(Account account, Consumer<String> port, Locale locale) {
        try {
            port.accept(tokens.issue(account.id().toString(), account.roles()));
            return Optional.empty();
        } catch (RegistrationRejected refused) {
            return Optional.of(
                    words(RegistrationRejected.class, refused.reason().name(), refused.details(), locale));
        } catch (SessionsRejected refused) {
            return Optional.of(words(SessionsRejected.class, refused.reason().name(), refused.details(), locale));
        } catch (MarketplaceRejected refused) {
            return Optional.of(words(MarketplaceRejected.class, refused.reason().name(), refused.details(), locale));
        } catch (FeedbackRejected refused) {
            return Optional.of(words(FeedbackRejected.class, refused.reason().name(), refused.details(), locale));
        } catch (NotSignedIn refused) {
            LOG.warn("A module does not take tokens signed here: are both keys of one pair?");
            return Optional.of(Words.of(locale, "commands.not-taken"));
        } catch (PortUnreachable away) {
            LOG.warn("A module can't be asked: {}", away.getMessage());
            return Optional.of(Words.of(locale, "commands.unreachable"));
        }
    }

    /**
     * What a query was answered, or why it wasn't.
     *
     * @param answer empty where it was refused
     * @param refusal in the reader's words why not, and what to do
     */
    public record Told<T>(Optional<T> answer, Optional<String> refusal) {}

    /**
     * Asks a query, and waits for the answer.
     *
     * @param query asks with the token it is given
     */
    public <T> Told<T> learn(Function<String, T> query, Locale locale) {
        return learn(signedIn.account(), query, locale);
    }

    /** The same where it is not the reader's own request that asks, but a change that is pushed to them. */
    public <T> Told<T> learn(Account account, Function<String, T> query, Locale locale) {
        var answer = new ArrayList<T>(1);
        var refusal = ask(account, token -> answer.add(query.apply(token)), locale);
        return new Told<>(answer.stream().findFirst(), refusal);
    }

    private static String words(Class<?> api, String reason, Map<String, String> details, Locale locale) {
        return Refusals.words(api, reason, details, locale);
    }
}
