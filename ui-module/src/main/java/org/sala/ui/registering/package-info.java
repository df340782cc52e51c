/**
 * What participants do by themselves, on light pages without Vaadin (decision 0066): register, and with the link that
 * they were given then, see and change what they registered for. Nobody signs in here; the link is the key.
 */
@NullMarked
package org.sala.ui.registering;

import org.jspecify.annotations.NullMarked;
