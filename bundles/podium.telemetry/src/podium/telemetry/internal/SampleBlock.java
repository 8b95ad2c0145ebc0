// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

/** A run of samples in frames, which are added at its end; guarded by its series. */
final class SampleBlock implements SampleChunk {
    /** Samples it takes at most; a whole number of frames. */
    static final int CAPACITY = DenseWriter.MOST;

    /** Object, fields and header of the words, as the JVM lays them out. */
    private static final int OVERHEAD = 80;

    private final BitBuffer bits;
    private final long firstTime;
    private long lastTime;
    private int count;

    SampleBlock(long firstTime) {
        this(firstTime, new BitBuffer());
    }

    private SampleBlock(long firstTime, BitBuffer bits) {
        this.firstTime = firstTime;
        this.lastTime = firstTime;
        this.bits = bits;
    }

    /** What is there now, to be read while this one grows. */
    SampleBlock copy() {
        SampleBlock copy = new SampleBlock(firstTime, new BitBuffer(bits.words()));
        copy.grew(count, lastTime);
        return copy;
    }

    /** A block of samples that are all there, {@code from} to {@code end}; their gaps are under 24 days. */
    static SampleBlock of(long[] times, double[] values, int from, int end, FrameWriter writer) {
        SampleBlock block = new SampleBlock(times[from]);
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

    BitBuffer bits() {
        return bits;
    }

    /** A frame of so many samples was written, the last of them at this time. */
    void grew(int samples, long last) {
        count += samples;
        lastTime = last;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long firstTime() {
        return firstTime;
    }

    @Override
    public long lastTime() {
        return lastTime;
    }

    @Override
    public int bytes() {
        return OVERHEAD + bits.bytes();
    }

    /** Gives back the room that is not used; no frame is added afterwards. */
    void seal() {
        bits.trim();
    }

    @Override
    public void forEach(Taker taker) {
        new FrameReader(bits).read(count, firstTime, taker);
    }
}
