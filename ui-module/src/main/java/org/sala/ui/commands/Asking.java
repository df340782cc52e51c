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
        return attempt(signedIn.account(), port, locale).map(No::words);
    }

    private record No(String words, Optional<String> reason) {

        static Optional<No> because(Class<?> api, String reason, Map<String, String> details, Locale locale) {
            return Optional.of(new No(Refusals.words(api, reason, details, locale), Optional.of(reason)));
        }

        static Optional<No> because(Locale locale, String key) {
            return Optional.of(new No(Words.of(locale, key), Optional.empty()));
        }
    }

    private Optional<No> attempt(Account account, Consumer<String> port, Locale locale) {
        try {
            port.accept(tokens.issue(account.id().toString(), account.roles()));
            return Optional.empty();
        } catch (RegistrationRejected refused) {
            return No.because(RegistrationRejected.class, refused.reason().name(), refused.details(), locale);
        } catch (SessionsRejected refused) {
            return No.because(SessionsRejected.class, refused.reason().name(), refused.details(), locale);
        } catch (MarketplaceRejected refused) {
            return No.because(MarketplaceRejected.class, refused.reason().name(), refused.details(), locale);
        } catch (FeedbackRejected refused) {
            return No.because(FeedbackRejected.class, refused.reason().name(), refused.details(), locale);
        } catch (NotSignedIn refused) {
            LOG.warn("A module does not take tokens signed here: are both keys of one pair?");
            return No.because(locale, "commands.not-taken");
        } catch (PortUnreachable away) {
            LOG.warn("A module can't be asked: {}", away.getMessage());
            return No.because(locale, "commands.unreachable");
        }
    }

    /**
     * What a query was answered, or why it wasn't.
     *
     * @param answer empty where it was refused
     * @param refusal in the reader's words why not, and what to do
     * @param reason the api's reason code; empty where it was answered, or nobody could be asked
     */
    public record Told<T>(Optional<T> answer, Optional<String> refusal, Optional<String> reason) {}

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
        var no = attempt(account, token -> answer.add(query.apply(token)), locale);
        return new Told<>(answer.stream().findFirst(), no.map(No::words), no.flatMap(No::reason));
    }

    /** Registration's refusal in the reader's words. */
    public static String refusal(RegistrationRejected refused, Locale locale) {
        return Refusals.words(RegistrationRejected.class, refused.reason().name(), refused.details(), locale);
    }
}
