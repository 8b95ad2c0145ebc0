// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

/**
 * A run of samples that gets no more, as small as is known how.
 *
 * @param words what {@link DenseWriter} wrote
 */
record DenseBlock(long firstTime, long lastTime, int count, int[] words) implements SampleChunk {
    /** Object and header of the words, as the JVM lays them out. */
    private static final int OVERHEAD = 48;

    @Override
    public int bytes() {
        return bytes(words.length);
    }

    /** Bytes of memory for so many words. */
    static int bytes(int words) {
        return OVERHEAD + 4 * words;
    }

    @Override
    public void forEach(Taker taker) {
        new DenseReader(words).read(count, firstTime, taker);
    }
}
