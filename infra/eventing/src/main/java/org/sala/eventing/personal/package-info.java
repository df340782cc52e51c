/**
 * Encrypts what is personal in an event before it is stored, and decrypts it for the context that stored it. A key a
 * person, wrapped by a master key, in a schema of its own; destroying it erases the person from every copy of the
 * history (decisions 0045 and 0046).
 */
@NullMarked
package org.sala.eventing.personal;

import org.jspecify.annotations.NullMarked;
