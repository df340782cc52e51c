/** What every measurement is made of: contestants measured in turn, and the bars that ours is held to. */
@NullMarked
package org.sala.benchmarks.bars;

import org.jspecify.annotations.NullMarked;
