package org.sala.registration.seats;

import org.jspecify.annotations.Nullable;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.SummitId;

/**
 * Somebody who has a seat, or wants one.
 *
 * @param organization whose share their seats count in; absent: nobody's
 */
public record Seeker(
        SummitId summit,
        ParticipantId participant,
        @Nullable OrganizationId organization) {}
