package org.sala.eventing.store;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A hash tree of RFC 6962 (SHA-256) that leaves are added to, as the roots of its perfect subtrees: some 32 bytes for
 * each binary digit of the number of leaves. One thread at a time.
 */
final class HashTree {

    private static final int DIGEST = 32;

    private final Deque<Hash> roots = new ArrayDeque<>();
    private final MessageDigest digest = sha256();
    private long leaves;

    /** An empty tree. */
    HashTree() {}

    /**
     * A tree that goes on where another stopped.
     *
     * @param frontier what that one's {@link #frontier} was at so many leaves
     */
    HashTree(long leaves, byte[] frontier) {
        if (frontier.length != Long.bitCount(leaves) * DIGEST) {
            throw new IllegalStateException(
                    "%d leaves can't have a frontier of %d bytes".formatted(leaves, frontier.length));
        }
        this.leaves = leaves;
        for (var at = 0; at < frontier.length; at += DIGEST) {
            roots.addLast(new Hash(Arrays.copyOfRange(frontier, at, at + DIGEST)));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds a leaf, hashed already. */
    void add(Hash leaf) {
        var root = leaf;
        for (var carry = leaves; (carry & 1) == 1; carry >>= 1) {
            root = node(roots.removeLast(), root);
        }
        roots.addLast(root);
        leaves++;
    }

    private Hash node(Hash left, Hash right) {
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    long leaves() {
        return leaves;
    }

    /** The roots of the perfect subtrees, the largest first. */
    byte[] frontier() {
        var bytes = new ByteArrayOutputStream(roots.size() * DIGEST);
        roots.forEach(root -> bytes.writeBytes(root.bytes));
        return bytes.toByteArray();
    }

    /** The root over all leaves, of which there must be one. */
    Hash root() {
        var from = roots.descendingIterator();
        var root = from.next();
        while (from.hasNext()) {
            root = node(from.next(), root);
        }
        return root;
    }

    /** The hash of a leaf or of a node. */
    static final class Hash {

        private final byte[] bytes;

        Hash(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return HexFormat.of().formatHex(bytes);
        }
    }
}
