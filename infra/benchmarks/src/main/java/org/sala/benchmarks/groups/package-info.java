/** How well and how soon small groups are planned, and the same by Timefold Solver (decision 0084). */
@NullMarked
package org.sala.benchmarks.groups;

import org.jspecify.annotations.NullMarked;
