package org.sala.ui.pages;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** There is no such page for whoever asks; says nothing of what was asked for. */
public final class NotShown extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String notice;
    private final HttpStatus status;
    private final @Nullable String back;

    /**
     * Says so.
     *
     * @param notice key of the words that say so, as {@link Pages#notice} takes it
     */
    public NotShown(String notice, HttpStatus status) {
        this(notice, status, null);
    }

    /**
     * Says so, and leads back.
     *
     * @param back the address of a page that can be shown
     */
    public NotShown(String notice, HttpStatus status, @Nullable String back) {
        super(notice, null, false, false);
        this.notice = notice;
        this.status = status;
        this.back = back;
    }

    String notice() {
        return notice;
    }

    HttpStatus status() {
        return status;
    }

    @Nullable
    String back() {
        return back;
    }
}
