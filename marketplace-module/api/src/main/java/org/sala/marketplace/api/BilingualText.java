package org.sala.marketplace.api;

/**
 * A text as people read it, in both languages of the summit.
 *
 * @param km in Khmer
 * @param en in English
 */
public record BilingualText(String km, String en) {}
