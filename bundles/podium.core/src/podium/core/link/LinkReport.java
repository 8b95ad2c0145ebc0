// SPDX-License-Identifier: Apache-2.0
package podium.core.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one measurement found.
 *
 * @param at when it ended
 * @param driver version of CUDA that the driver speaks, such as 12.8
 * @param leftOut devices that were not measured, by index, each with the reason
 */
public record LinkReport(
        Instant at, String driver, List<LinkDevice> devices, List<LinkResult> links, Map<Integer, String> leftOut) {
    public LinkReport {
        devices = List.copyOf(devices);
        links = List.copyOf(links);
        leftOut = Map.copyOf(leftOut);
    }

    /** Links that are slower than they should be. */
    public List<LinkResult> slow() {
        return links.stream()
                .filter(link -> link.verdict() == LinkResult.Verdict.SLOW)
                .toList();
    }
}
