/**
 * What a badge's QR code says, and how it is known to be ours: a signed token, and the key that signs it (decision
 * 0064).
 */
@NullMarked
package org.sala.registration.badges;

import org.jspecify.annotations.NullMarked;
