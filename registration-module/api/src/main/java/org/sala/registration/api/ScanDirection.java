package org.sala.registration.api;

/** Which way a person went. */
public enum ScanDirection {
    IN,
    OUT
}
