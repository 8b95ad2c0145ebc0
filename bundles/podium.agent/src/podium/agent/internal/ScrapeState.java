// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.time.Instant;
import java.util.Optional;
import podium.core.port.Exporter;

/**
 * How the scraping of one exporter stands.
 *
 * @param lastGood when it last answered with samples; empty: never
 * @param devices devices in the last good scrape
 * @param brokenLines lines of it that could not be read
 * @param problem what went wrong the last time; empty: nothing
 */
public record ScrapeState(
        Exporter exporter, Optional<Instant> lastGood, int devices, int brokenLines, Optional<String> problem) {}
