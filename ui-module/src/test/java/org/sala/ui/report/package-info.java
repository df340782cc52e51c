@NullMarked
package org.sala.ui.report;

import org.jspecify.annotations.NullMarked;
