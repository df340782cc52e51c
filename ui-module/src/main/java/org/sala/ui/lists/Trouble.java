package org.sala.ui.lists;

/** What may be said of an exception where a person's data could be in its words. */
final class Trouble {

    private Trouble() {}

    static String kind(Throwable trouble) {
        var cause = trouble.getCause();
        return trouble.getClass().getName()
                + (cause == null ? "" : " of " + cause.getClass().getName());
    }
}
