// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.prometheus;

import java.io.IOException;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.MetricsParser;
import podium.core.metrics.MetricsParser.Scrape;
import podium.core.metrics.QueryParser;

/** Gets what a source says now, as one scrape, whatever it speaks. Blocks. */
public interface MetricSourceFetch {
    /** Gets what is at a path below the source's own. */
    interface Bytes {
        byte[] get(String below) throws IOException;
    }

    /** @throws IllegalArgumentException when it answers something else; the message says what */
    Scrape fetch() throws IOException;

    /** The way for the kind of source. */
    static MetricSourceFetch of(ExporterEndpoint exporter, Bytes bytes, MetricsParser texts, QueryParser queries) {
        return switch (exporter.kind()) {
            case ExporterEndpoint.PROMETHEUS ->
                () -> queries.instant(bytes.get(PrometheusQueries.instant(queries.names())));
            case ExporterEndpoint.NODE_METRICS -> () -> queries.nodes(bytes.get(""));
            default -> () -> texts.parse(bytes.get(""));
        };
    }
}
