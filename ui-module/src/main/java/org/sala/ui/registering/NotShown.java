package org.sala.ui.registering;

import java.io.Serial;
import org.springframework.http.HttpStatus;

/** There is no such page for whoever asks; says nothing of what was asked for. */
final class NotShown extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String notice;
    private final HttpStatus status;

    /** @param notice which words say so */
    NotShown(String notice, HttpStatus status) {
        super(notice, null, false, false);
        this.notice = notice;
        this.status = status;
    }

    String notice() {
        return notice;
    }

    HttpStatus status() {
        return status;
    }
}
