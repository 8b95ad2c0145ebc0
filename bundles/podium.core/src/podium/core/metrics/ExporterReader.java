// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

import java.io.IOException;
import java.util.List;
import java.util.function.BiPredicate;
import podium.model.value.Labels;

/** Finds and reads metrics exporters of a cluster through the API server's pod proxy. Blocks. */
public interface ExporterReader {
    /**
     * A pod that runs.
     *
     * @param controller uid of its controller; empty: it has none
     */
    record RunningPod(String namespace, String name, String node, Labels labels, String controller) {}

    /** The pods of the cluster as they are mirrored, so that the server need not be asked for them again. */
    interface RunningPods {
        /** Those that run and whose name and labels are wanted. Pods of one controller are alike: one of them is asked for all. */
        List<RunningPod> matching(BiPredicate<String, Labels> wanted) throws IOException;
    }

    /** The exporters there are now. */
    List<ExporterEndpoint> discover(RunningPods pods) throws IOException;

    /** The text the exporter serves (Prometheus or OpenMetrics). */
    byte[] read(ExporterEndpoint exporter) throws IOException;
}
