// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

/**
 * A metrics endpoint of a cluster.
 *
 * @param node the node it runs on and tells of; empty: it tells of many
 * @param kind dcgm, amd ..., {@link #PROMETHEUS} or {@link #NODE_METRICS}
 * @param path below the API server (proxy of a pod or service), or a whole address
 */
public record ExporterEndpoint(String node, String kind, String path) {
    /** A server that answers Prometheus queries; the path is its root. */
    public static final String PROMETHEUS = "prometheus";

    /** The drivers of the machine this process runs on, asked directly. */
    public static final String LOCAL = "local";

    /** The NodeMetricsList of metrics.k8s.io. */
    public static final String NODE_METRICS = "metrics.k8s.io";

    /** The same endpoint, further down. */
    public ExporterEndpoint below(String more) {
        return new ExporterEndpoint(node, kind, path + more);
    }
}
