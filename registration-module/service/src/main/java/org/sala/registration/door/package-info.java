/**
 * Who was where: what devices and desks saw, judged by what registration says. Pure values; neither Spring nor Axon.
 */
@NullMarked
package org.sala.registration.door;

import org.jspecify.annotations.NullMarked;
