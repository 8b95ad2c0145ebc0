// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

import java.time.Instant;
import java.util.Optional;
import podium.core.change.ClusterId;

/**
 * A source of metrics of a cluster and how reading it stands.
 *
 * @param on false: the operator turned it off, it is not read
 * @param added true: the operator named it; false: it was found
 * @param lastGood when it last answered with samples; empty: never
 * @param devices devices in the last good answer
 * @param brokenLines lines or series of it that could not be read; each cost itself only
 * @param problem what went wrong the last time; empty: nothing
 */
public record MetricSource(
        ClusterId cluster,
        ExporterEndpoint exporter,
        boolean on,
        boolean added,
        Optional<Instant> lastGood,
        int devices,
        int brokenLines,
        Optional<String> problem) {}
