package org.sala.registration.api;

import java.util.UUID;

/**
 * One scan of one device, by which a scan that arrives again is known.
 *
 * @param device the device, by an id that it made itself
 * @param sequence the device's count of its scans, from 1
 * @param nonce random; tells two devices apart that were set up from one copy
 */
public record ScanId(UUID device, long sequence, UUID nonce) {}
