// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import podium.core.change.ClusterId;

/**
 * Asks for the past of devices where it is kept longer than in the store: at a Prometheus among the sources of a cluster. Any
 * thread; nothing here waits.
 */
public interface HistoryReader {
    /**
     * What is asked: so many buckets of equal length.
     *
     * @param cluster whose devices are asked for
     * @param metric that is asked for
     * @param from start of the first bucket, epoch milliseconds
     * @param step length of a bucket, in whole seconds
     * @param buckets how many, at least 1
     */
    record Span(ClusterId cluster, Metric metric, long from, Duration step, int buckets) {
        /** End of the last bucket, epoch milliseconds. */
        public long to() {
            return from + step.toMillis() * buckets;
        }
    }

    /**
     * What a server told.
     *
     * @param server its address, or its path in the cluster
     * @param curves in the buckets that were asked for: least, mean and largest of each, of a count or code the largest; a
     *     device that the server knows nothing of is left out
     * @param step how fine the server was asked: the bucket, or more of a large fleet
     */
    record Past(String server, Map<DeviceKey, Curve> curves, Duration step) {}

    /** The server that would be asked; empty: no source of the cluster that is on keeps the past. */
    Optional<String> server(ClusterId cluster);

    /**
     * Asks. What was told is kept for the next who asks the same; cancelling the answer ends the request.
     *
     * @return fails with what the server says where it refuses, or an {@link java.io.IOException} where it cannot be reached
     */
    CompletableFuture<Past> read(Span span);
}
