/** Who may come in: local accounts, the brake on guessing, what each role may open, and who is signed in. */
@NullMarked
package org.sala.ui.signin;

import org.jspecify.annotations.NullMarked;
