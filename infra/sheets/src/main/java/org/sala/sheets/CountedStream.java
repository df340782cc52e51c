package org.sala.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read through it. */
class CountedStream extends FilterInputStream {

    private volatile long bytes;

    CountedStream(InputStream in) {
        super(in);
    }

    /** Bytes that were read so far; may be asked by another thread. */
    final long bytes() {
        return bytes;
    }

    /** Told of every reading, before its bytes are given on. */
    void counted(long all) throws IOException {}

    @Override
    public int read() throws IOException {
        var one = in.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var some = in.read(into, offset, length);
        count(Math.max(0, some));
        return some;
    }

    @Override
    public long skip(long most) throws IOException {
        var some = in.skip(most);
        count(some);
        return some;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** By one thread; others only ask how far it is. */
    private void count(long more) throws IOException {
        var all = bytes + more;
        bytes = all;
        counted(all);
    }
}
