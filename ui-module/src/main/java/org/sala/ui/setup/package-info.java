/** Set-up: how a summit is, who may register until when, and which organisations take part. */
@NullMarked
package org.sala.ui.setup;

import org.jspecify.annotations.NullMarked;
