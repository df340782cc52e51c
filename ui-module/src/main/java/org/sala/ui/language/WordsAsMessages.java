package org.sala.ui.language;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;

/** {@link Words} for templates of pages without Vaadin, where they stand as {@code #{registering.title}}. */
@Component("messageSource")
final class WordsAsMessages extends AbstractMessageSource {

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, @Nullable Object @Nullable [] arguments, @Nullable Locale locale) {
        return code == null || locale == null
                ? null
                : Words.find(locale, code, arguments == null ? new Object[0] : arguments);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        return null;
    }
}
