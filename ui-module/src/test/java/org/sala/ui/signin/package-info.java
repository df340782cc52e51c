@NullMarked
package org.sala.ui.signin;

import org.jspecify.annotations.NullMarked;
