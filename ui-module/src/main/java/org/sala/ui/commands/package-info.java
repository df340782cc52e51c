/** The way down: asks commands of the contexts for whoever is signed in, and tells their refusals in words. */
@NullMarked
package org.sala.ui.commands;

import org.jspecify.annotations.NullMarked;
