package org.sala.registration;

import org.sala.registration.api.ParticipantId;
import org.sala.registration.door.HandedOver;

/** Asked by registration of itself: take over what was seen of a person under their second registration. */
record TakeOver(ParticipantId participant, HandedOver handed) {}
