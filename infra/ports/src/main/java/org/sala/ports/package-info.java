/**
 * Commands over HTTP, for the module that decides them and for whoever asks: decoding, access tokens and roles,
 * refusals as problem details in the reader's language, OpenAPI. Knows no domain.
 */
@NullMarked
package org.sala.ports;

import org.jspecify.annotations.NullMarked;
