// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.Optional;
import podium.core.metrics.Metric;

/**
 * What a metric of an exporter means to Podium.
 *
 * @param metric empty: only its labels count, which say who holds the device
 * @param rank of two names for one metric in one scrape, the higher rank wins; equal ranks add up
 */
record MetricName(Optional<Metric> metric, Scale scale, int rank) {
    /** What an exporter counts in. Divisions stay divisions: 57 percent is 0.57 and not a bit beside it. */
    enum Scale {
        ONE("one", 1, 1),
        PERCENT("percent", 1, 100),
        MILLI("milli", 1, 1_000),
        MICRO("micro", 1, 1_000_000),
        MEGA("mega", 1_000_000, 1),
        MIB("MiB", 1 << 20, 1);

        private final String word;
        private final double times;
        private final double over;

        Scale(String word, double times, double over) {
            this.word = word;
            this.times = times;
            this.over = over;
        }

        /** The value in the unit of the metric. */
        double value(double raw) {
            return raw * times / over;
        }

        static Scale of(String word) {
            for (Scale scale : values()) {
                if (scale.word.equals(word)) {
                    return scale;
                }
            }
            throw new IllegalArgumentException("no unit " + word);
        }
    }
}
