// SPDX-License-Identifier: Apache-2.0
package podium.core.port;

import java.io.IOException;
import java.util.List;

/** Finds and reads metrics exporters of a cluster through the API server's pod proxy. Blocks. */
public interface ExporterReader {
    List<Exporter> discover() throws IOException;

    /** The text the exporter serves (Prometheus or OpenMetrics). */
    byte[] read(Exporter exporter) throws IOException;
}
