/** How long the marketplace's matching takes, on markets that are drawn by chance. */
@NullMarked
package org.sala.benchmarks.matching;

import org.jspecify.annotations.NullMarked;
