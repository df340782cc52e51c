/** Report: the indicators that the history makes, each opening to its events; what a donor sees of them; exports. */
@NullMarked
package org.sala.ui.report;

import org.jspecify.annotations.NullMarked;
