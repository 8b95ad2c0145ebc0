// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

/** A run of samples of one series, compressed without loss, readable on its own. */
sealed interface SampleChunk permits SampleBlock, DenseBlock {
    /** Takes samples in order of time. */
    interface Taker {
        void take(long time, double value);
    }

    /** Time of its first sample. */
    long firstTime();

    /** Time of its last sample. */
    long lastTime();

    /** How many samples it has. */
    int count();

    /** Bytes of memory it takes. */
    int bytes();

    /** Gives its samples. */
    void forEach(Taker taker);
}
