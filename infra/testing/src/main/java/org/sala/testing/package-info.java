/**
 * What the tests of every context need, and nothing that runs: a service on real servers with what is around it, the
 * contracts that an api is held to, fixtures of aggregates, a clock to set. Knows no domain.
 */
@NullMarked
package org.sala.testing;

import org.jspecify.annotations.NullMarked;
