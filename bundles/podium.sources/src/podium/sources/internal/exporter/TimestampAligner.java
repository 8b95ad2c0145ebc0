// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.exporter;

/**
 * Puts times that come almost evenly on an even beat, as Prometheus does with its scrape timestamps
 * (--scrape.timestamp-tolerance), so that their gaps take no room in the store. A time is moved by 50 ms at most, and only
 * onto the beat of the two before it. One thread.
 */
final class TimestampAligner {
    /** Milliseconds a time may be moved by: 1 % of the interval between two scrapes. */
    static final long TOLERANCE = 50;

    private long last;
    private long gap;

    /** The time to store for a time measured; never before the one given for the last. */
    long at(long measured) {
        long expected = last + gap;
        long time = gap > 0 && Math.abs(measured - expected) <= TOLERANCE ? expected : Math.max(measured, last);
        gap = last == 0 ? 0 : time - last;
        last = time;
        return time;
    }
}
