// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.telemetry;

/**
 * A run of samples of one series, compressed without loss, readable on its own. Frames are added at its end; guarded by
 * its series.
 */
final class Block {
    /** Samples in a full block. */
    static final int CAPACITY = 128 * FrameWriter.MOST;

    /** Object, fields and header of the words, as the JVM lays them out. */
    private static final int OVERHEAD = 80;

    /** Takes samples in order of time. */
    interface Taker {
        void take(long time, double value);
    }

    private final Bits bits = new Bits();
    private final long firstTime;
    private long lastTime;
    private int count;

    Block(long firstTime) {
        this.firstTime = firstTime;
        this.lastTime = firstTime;
    }

    Bits bits() {
        return bits;
    }

    /** A frame of so many samples was written, the last of them at this time. */
    void grew(int samples, long last) {
        count += samples;
        lastTime = last;
    }

    boolean full() {
        return count >= CAPACITY;
    }

    int count() {
        return count;
    }

    long firstTime() {
        return firstTime;
    }

    long lastTime() {
        return lastTime;
    }

    int bytes() {
        return OVERHEAD + bits.bytes();
    }

    void seal() {
        bits.trim();
    }

    void forEach(Taker taker) {
        new FrameReader(bits).read(count, firstTime, taker);
    }
}
