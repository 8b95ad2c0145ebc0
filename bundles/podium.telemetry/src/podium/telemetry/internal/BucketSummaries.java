// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What blocks come to in the buckets of curves that were asked for, the last of them: a chart asks for the same buckets again
 * and again, and to decode a day takes a hundred times longer than to add up what it came to. Any thread.
 */
final class BucketSummaries {
    /** Of each some 500 bytes, and the block that it is of. */
    private static final int MOST = 8_192;
    /** Samples a bucket must have for a summary to be of use. */
    private static final int SAMPLES = 8;

    /** A block, by identity, and buckets: their length, and where they begin in it. */
    private record Key(DenseBlock block, long step, long phase) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.block == block && key.step == step && key.phase == phase;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(block) * 31 + Long.hashCode(step * 31 + phase);
        }
    }

    private static final class Recent extends LinkedHashMap<Key, CurveBuilder> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Key, CurveBuilder> eldest) {
            return size() > MOST;
        }
    }

    private final Map<Key, CurveBuilder> recent = new Recent();

    /** Adds a block to a curve. */
    void add(SampleChunk block, CurveBuilder curve) {
        if (!curve.holds(block, SAMPLES)) {
            block.forEach(curve::add);
        } else if (block instanceof DenseBlock dense) {
            Key key = new Key(dense, curve.step(), curve.phase());
            CurveBuilder summary;
            synchronized (recent) {
                summary = recent.get(key);
            }
            if (summary == null) {
                summary = curve.summary(block);
                synchronized (recent) {
                    recent.put(key, summary);
                }
            }
            summary.addTo(curve);
        } else {
            curve.summary(block).addTo(curve);
        }
    }
}
