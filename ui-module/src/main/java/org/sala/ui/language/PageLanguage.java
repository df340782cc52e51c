package org.sala.ui.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of pages without Vaadin: what the reader just chose ({@code ?in=km}), else what they chose before, on
 * these pages or in the shell, else the first of both that their browser asks for, else Khmer.
 */
@Component("localeResolver")
public final class PageLanguage implements LocaleResolver {

    private static final String CHOICE = "in";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, ReadersChoice.LANGUAGE);
        return chosen(request)
                .or(() -> language(cookie == null ? null : cookie.getValue()))
                .orElseGet(() -> askedFor(request));
    }

    /** Keeps what the reader chose with this request, if anything, for the next ones. */
    public void keepChoice(HttpServletRequest request, HttpServletResponse response) {
        chosen(request).ifPresent(language -> setLocale(request, response, language));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            response.addHeader(
                    "Set-Cookie",
                    ResponseCookie.from(ReadersChoice.LANGUAGE, locale.getLanguage())
                            .path("/")
                            .maxAge(ReadersChoice.YEAR)
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        return language(request.getParameter(CHOICE));
    }

    private static Optional<Locale> language(@Nullable String code) {
        return switch (code) {
            case "km" -> Optional.of(Words.KHMER);
            case "en" -> Optional.of(Words.ENGLISH);
            case null, default -> Optional.empty();
        };
    }

    private static Locale askedFor(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") != null) {
            for (var asked = request.getLocales(); asked.hasMoreElements(); ) {
                var language = language(asked.nextElement().getLanguage());
                if (language.isPresent()) {
                    return language.get();
                }
            }
        }
        return Words.KHMER;
    }
}
