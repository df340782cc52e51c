package org.sala.registration;

import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.ParticipantId;

/** Asked by registration of itself: give a free seat to whoever is next. Changes nothing where it isn't their turn. */
record PromoteParticipant(ParticipantId participant, int day, AttendanceMode mode) {}
