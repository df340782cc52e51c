/** What every place stands in: the choice of a summit, the way from place to place, language and light, error pages. */
@NullMarked
package org.sala.ui.shell;

import org.jspecify.annotations.NullMarked;
