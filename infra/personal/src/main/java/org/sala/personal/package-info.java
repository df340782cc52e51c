/**
 * The word «personal», for published languages: a component of type {@link org.sala.personal.Personal} is encrypted
 * wherever its event is kept or sent, with a key of the person that {@link org.sala.personal.PersonalDataOf} names
 * (decision 0045). Types only; what encrypts is in eventing.
 */
@NullMarked
package org.sala.personal;

import org.jspecify.annotations.NullMarked;
