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

    /** A sealed block of samples that are all there, {@code from} to {@code end}; their gaps are under 24 days. */
    static Block of(long[] times, double[] values, int from, int end, FrameWriter writer) {
        Block block = new Block(times[from]);
        FrameState state = new FrameState();
        for (int at = from; at < end; at += FrameWriter.MOST) {
            int count = Math.min(FrameWriter.MOST, end - at);
            for (int i = 0; i < count; i++) {
                writer.gaps()[i] = at + i == from ? 0 : (int) (times[at + i] - times[at + i - 1]);
                writer.values()[i] = values[at + i];
            }
            writer.write(state, block.bits, count);
            block.grew(count, times[at + count - 1]);
        }
        block.seal();
        return block;
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
