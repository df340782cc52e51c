package org.sala.sessions.planning;

/** What an id, a role or a language looks like. */
final class Form {
    private static final int LONGEST = 100;

    private Form() {}

    static void name(String what, String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new PlanRefused("%s has %d characters; 1 to %d are allowed".formatted(what, value.length(), LONGEST));
        }
        if (!value.chars().allMatch(letter -> letter > ' ' && letter != 0x7f)) {
            throw new PlanRefused("%s has a space or a control character".formatted(what));
        }
    }

    static void between(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new PlanRefused("%s is %d; %d to %d are allowed".formatted(what, value, least, most));
        }
    }
}
