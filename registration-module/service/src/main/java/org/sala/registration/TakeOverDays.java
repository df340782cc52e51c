package org.sala.registration;

import org.sala.registration.api.ParticipantId;

/** Asked by registration of itself: make the days one's own that a second registration has left. */
record TakeOverDays(ParticipantId participant) {}
