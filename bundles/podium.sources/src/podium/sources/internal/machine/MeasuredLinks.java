// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.machine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import podium.core.change.DeviceLink;
import podium.core.link.LinkEnd;
import podium.core.link.LinkReport;
import podium.core.link.LinkResult;
import podium.model.fleet.Health;
import podium.model.fleet.LinkKind;

/** What was measured, as links of the model. */
final class MeasuredLinks {
    /** Stands for an index: the memory of the node. */
    private static final int HOST = -1;

    private MeasuredLinks() {}

    /** One link for both ways: it is as well as the worse of them. */
    static List<DeviceLink> of(LinkReport report, Map<Integer, Integer> places) {
        Map<List<Integer>, DeviceLink> links = new HashMap<>();
        for (LinkResult result : report.links()) {
            int from = place(result.from(), places);
            int to = place(result.to(), places);
            Health health = health(result);
            int low = from < 0 || to >= 0 && to < from ? to : from;
            int high = low == from ? to : from;
            DeviceLink link = new DeviceLink(
                    low,
                    high < 0 ? OptionalInt.empty() : OptionalInt.of(high),
                    high >= 0 && result.expected().nvLink() ? LinkKind.NVLINK : LinkKind.PCIE,
                    result.expected().bytesPerSecond(),
                    health);
            links.merge(List.of(low, high), link, MeasuredLinks::worse);
        }
        return links.values().stream()
                .sorted(Comparator.comparingInt(DeviceLink::from)
                        .thenComparingInt(link -> link.to().orElse(HOST)))
                .toList();
    }

    private static DeviceLink worse(DeviceLink one, DeviceLink other) {
        return weight(one.health()) >= weight(other.health()) ? one : other;
    }

    private static int weight(Health health) {
        return switch (health) {
            case FAILED -> 3;
            case DEGRADED -> 2;
            case UNKNOWN -> 1;
            case HEALTHY -> 0;
        };
    }

    private static Health health(LinkResult result) {
        return switch (result.verdict()) {
            case OK -> Health.HEALTHY;
            case SLOW -> Health.DEGRADED;
            case UNKNOWN -> Health.UNKNOWN;
        };
    }

    /** Index in the model, or {@link #HOST}. */
    private static int place(LinkEnd end, Map<Integer, Integer> places) {
        return switch (end) {
            case LinkEnd.Host() -> HOST;
            case LinkEnd.Device(int index) -> places.getOrDefault(index, index);
        };
    }
}
