// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the text of an exporter: Prometheus text format 0.0.4 or OpenMetrics, whatever its maker. Any thread. */
public interface MetricsParser {
    /** What the text of an answer holds. A line that cannot be read is counted and passed over. */
    Scrape parse(byte[] text);

    /**
     * What a scrape held.
     *
     * @param brokenLines lines that could not be read; each costs itself only
     */
    record Scrape(List<DeviceSample> samples, int brokenLines) {}

    /**
     * The samples of one device.
     *
     * @param index index on the node; empty when the exporter does not tell
     * @param uuid empty when the exporter does not tell
     * @param model product name; empty when the exporter does not tell
     * @param pciBusId empty when the exporter does not tell
     * @param node Hostname label; empty when absent
     * @param pod namespace/name of the pod the exporter says holds it
     * @param migProfile e.g. 1g.10gb; empty: it is a whole device
     * @param job job of a batch system outside of Kubernetes that the exporter says holds it, as Slurm's number; empty: it names none
     * @param values one for each metric that was told
     */
    record DeviceSample(
            OptionalInt index,
            String uuid,
            String model,
            String pciBusId,
            String node,
            Optional<String> pod,
            String migProfile,
            String job,
            List<Value> values) {
        /** One of which no batch system is named. */
        public DeviceSample(
                OptionalInt index,
                String uuid,
                String model,
                String pciBusId,
                String node,
                Optional<String> pod,
                String migProfile,
                List<Value> values) {
            this(index, uuid, model, pciBusId, node, pod, migProfile, "", values);
        }
    }

    /**
     * One value in the unit of its metric.
     *
     * @param metric what was measured
     * @param value in the unit of the metric, never NaN
     */
    record Value(Metric metric, double value) {}
}
