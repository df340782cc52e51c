/** Puts an application's declarations to work in Spring: what it decides, and what it takes in. */
@NullMarked
package org.sala.eventing.configuration;

import org.jspecify.annotations.NullMarked;
