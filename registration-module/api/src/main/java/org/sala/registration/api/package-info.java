/**
 * The published language of registration: who is coming, who is here. Commands are asked of it through {@link
 * org.sala.registration.api.RegistrationPort}; its {@link org.sala.registration.api.RegistrationEvent}s are what every
 * other context knows of summits, organisations and people.
 */
@NullMarked
package org.sala.registration.api;

import org.jspecify.annotations.NullMarked;
