package org.sala.ui.stall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.registration.api.ParticipantId;
import org.sala.ui.floor.FloorWords;
import org.sala.ui.pages.Ticket;
import org.sala.ui.shell.Summit;

/**
 * Somebody who acts at a summit's marketplace for their organisation, and reads one language.
 *
 * @param closed whether the summit was closed
 * @param words what is on the floor, in their language
 */
record Trader(
        Ticket ticket,
        ParticipantId participant,
        OrganizationId organization,
        Summit summit,
        boolean closed,
        FloorWords words,
        Instant now) {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    SummitId at() {
        return new SummitId(summit.id());
    }

    /** The address of a page of theirs. */
    String path(String page) {
        return ticket.path() + page;
    }

    Locale locale() {
        return words.locale();
    }

    String name() {
        return words.name(organization.value());
    }

    LocalDate today() {
        return day(now);
    }

    /** Which day it is at the summit. */
    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, summit.zone());
    }

    /** The end of a day at the summit. */
    Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(summit.zone()).toInstant();
    }

    /** Whether the summit's first day is still to come. */
    boolean isEarly() {
        return today().isBefore(summit.days().getFirst().date());
    }
}
