// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

import java.util.List;
import podium.core.change.ClusterId;

/** The sources of metrics of the open clusters: found by themselves, and adjustable. Any thread; nothing here waits. */
public interface MetricSources {
    /** All of a cluster, those that are off included. */
    List<MetricSource> of(ClusterId cluster);

    /** Turns a source off or on. Kept over a restart. */
    void turn(ClusterId cluster, ExporterEndpoint exporter, boolean on);

    /** Adds a server that answers Prometheus queries. Kept over a restart, but for its secrets. */
    void add(ClusterId cluster, PrometheusTarget target);

    /** Takes an added server away. */
    void remove(ClusterId cluster, ExporterEndpoint exporter);
}
