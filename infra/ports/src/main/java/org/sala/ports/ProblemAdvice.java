package org.sala.ports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever a command or a query ends in into a problem detail; the one place that logs a fault. */
@RestControllerAdvice
final class ProblemAdvice<C> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final CommandDoor<C> door;
    private final ProblemAnswers answers;

    ProblemAdvice(CommandDoor<C> door, ProblemAnswers answers) {
        this.door = door;
        this.answers = answers;
    }

    @ExceptionHandler(Throwable.class)
    void answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException, AuthenticationException, AccessDeniedException {
        if (thrown instanceof CommandDecoder.Malformed malformed) {
            answers.refuse(request, response, refusalOf(malformed));
            return;
        }
        var refusal = door.refusal().apply(thrown);
        if (refusal != null) {
            answers.refuse(request, response, refusal);
            return;
        }
        switch (thrown) {
            case CommandDecoder.NotJson _ -> answers.tell(request, response, Problem.NOT_JSON);
            case CommandController.CommandUnknown _ -> answers.tell(request, response, Problem.COMMAND_UNKNOWN);
            case CommandController.TooLarge _ -> answers.tell(request, response, Problem.TOO_LARGE);
            case CommandController.CallerGone _ -> answers.tell(request, response, Problem.BAD_REQUEST);
            case MethodArgumentTypeMismatchException _ -> answers.tell(request, response, Problem.BAD_REQUEST);
            case NotSignedIn _ -> answers.notSignedIn(request, response);
            // whoever asked has gone: nobody is there to be told
            case AsyncRequestNotUsableException _ ->
                LOG.debug("{} {} was not waited for", request.getMethod(), request.getRequestURI());
            // the filter chain knows whether to ask for a token or to refuse
            case AuthenticationException e -> throw e;
            case AccessDeniedException e -> throw e;
            case ErrorResponse known
            when known.getStatusCode().is4xxClientError() -> {
                known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
                answers.tell(request, response, Problem.of(known.getStatusCode().value()));
            }
            default -> {
                LOG.error(
                        "{} {} failed, correlation {}: {}",
                        request.getMethod(),
                        request.getRequestURI(),
                        Correlation.current(),
                        FaultTrace.of(thrown));
                answers.tell(request, response, Problem.FAULT);
            }
        }
    }

    /** What the record itself said, which may be more than that its form is wrong; else the field that didn't decode. */
    private CommandDoor.Refusal refusalOf(CommandDecoder.Malformed malformed) {
        for (@Nullable Throwable cause = malformed.getCause(); cause != null; cause = cause.getCause()) {
            var refusal = door.refusal().apply(cause);
            if (refusal != null) {
                return refusal;
            }
        }
        return new CommandDoor.Refusal("MALFORMED", CommandDoor.Kind.MALFORMED, Map.of("field", malformed.field()));
    }
}
