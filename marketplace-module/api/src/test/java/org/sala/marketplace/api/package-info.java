@NullMarked
package org.sala.marketplace.api;

import org.jspecify.annotations.NullMarked;
