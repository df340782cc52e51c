package org.sala.ports;

/** What can go wrong before, or beside, a decision. The names are stable reason codes, with words in {@code Problems}. */
enum Problem {
    NOT_JSON(400),
    BAD_REQUEST(400),
    NOT_SIGNED_IN(401),
    NOT_ALLOWED(403),
    COMMAND_UNKNOWN(404),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    TOO_LARGE(413),
    MEDIA_TYPE_UNSUPPORTED(415),
    FAULT(500);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** The problem that a bare HTTP status stands for. */
    static Problem of(int status) {
        for (var problem : values()) {
            if (problem.status == status && problem != NOT_JSON && problem != COMMAND_UNKNOWN) {
                return problem;
            }
        }
        return status >= 400 && status < 500 ? BAD_REQUEST : FAULT;
    }
}
