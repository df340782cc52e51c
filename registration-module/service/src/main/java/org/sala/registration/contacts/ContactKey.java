package org.sala.registration.contacts;

/**
 * Stands for a phone number or an address without being one: equal for the same contact at the same summit, and nothing
 * to whoever has not the secret it is made with.
 *
 * @param digest 32 bytes in hexadecimal
 */
record ContactKey(String digest) implements Comparable<ContactKey> {

    @Override
    public int compareTo(ContactKey other) {
        return digest.compareTo(other.digest);
    }
}
