/**
 * The reader of all four contexts and the face of the platform. Beneath it is one package for each thing people do,
 * each with its views, its projection and its queries.
 */
@NullMarked
package org.sala.ui;

import org.jspecify.annotations.NullMarked;
