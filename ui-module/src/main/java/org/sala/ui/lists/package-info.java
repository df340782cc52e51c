/**
 * Lists in and out: people and organisations from whatever sheets staff have, looked over before anything is sent; and
 * lists, attendance sheets and badges to take away. Who somebody is is held while a list is worked on, and then no more.
 */
@NullMarked
package org.sala.ui.lists;

import org.jspecify.annotations.NullMarked;
