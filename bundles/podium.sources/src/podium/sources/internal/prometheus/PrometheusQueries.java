// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.prometheus;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;

/** The paths of queries to a Prometheus ("HTTP API" of its documentation), below its root. */
final class PrometheusQueries {
    private PrometheusQueries() {}

    /** The newest sample of every series with one of these names. */
    static String instant(Collection<String> names) {
        return "/api/v1/query?query=" + encoded("{__name__=~\"" + String.join("|", names) + "\"}");
    }

    /** What is told of the samples of a step. */
    enum Over {
        LEAST("min"),
        MEAN("avg"),
        LARGEST("max");

        private final String word;

        Over(String word) {
            this.word = word;
        }
    }

    /**
     * The past of one name, a point a step.
     *
     * @param from epoch milliseconds, as is the end
     */
    static String range(String name, Over what, long from, long to, Duration step) {
        long seconds = Math.max(1, step.toSeconds());
        String over = what.word + "_over_time(" + name + "[" + seconds + "s])";
        // an aggregate over time has no name; who reads the answer needs it
        String query = "label_replace(" + over + ", \"__name__\", \"" + name + "\", \"\", \"\")";
        return "/api/v1/query_range?query=" + encoded(query) + "&start=" + seconds(from) + "&end=" + seconds(to)
                + "&step=" + seconds;
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
