package org.sala.launcher;

import java.util.Locale;
import org.sala.feedback.FeedbackApplication;
import org.sala.marketplace.MarketplaceApplication;
import org.sala.registration.RegistrationApplication;
import org.sala.sessions.SessionsApplication;
import org.sala.ui.UiApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The five applications; the page first, then the services in the order of their ports. */
enum Application {
    UI,
    REGISTRATION,
    SESSIONS,
    MARKETPLACE,
    FEEDBACK;

    /** Its name in settings, and its schema and login at PostgreSQL. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isService() {
        return this != UI;
    }

    /** Whether it stores something personal, and so keeps persons' keys. */
    boolean keepsKeys() {
        return isService();
    }

    /** The schema and login of its persons' keys. */
    String keysId() {
        return id() + "_keys";
    }

    /** The folder of its Maven module, from the root. */
    String module() {
        return switch (this) {
            case UI -> "ui-module";
            case REGISTRATION, SESSIONS, MARKETPLACE, FEEDBACK -> id() + "-module/service";
        };
    }

    SpringApplicationBuilder builder() {
        return switch (this) {
            case UI -> UiApplication.builder();
            case REGISTRATION -> RegistrationApplication.builder();
            case SESSIONS -> SessionsApplication.builder();
            case MARKETPLACE -> MarketplaceApplication.builder();
            case FEEDBACK -> FeedbackApplication.builder();
        };
    }
}
