@NullMarked
package org.sala.ui;

import org.jspecify.annotations.NullMarked;
