// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.json.Json;

/** What a container writes from now on. Used by one thread. */
public final class ContainerTail {
    private final ContainerLog log;
    private final Clock clock;
    private long next;

    /** Begins with the next line that the container writes. */
    public ContainerTail(JsonNode pod, JsonNode container, Clock clock) {
        this.log = new ContainerLog(ContainerRun.of(pod, container, false));
        this.clock = clock;
        this.next = log.count(clock.instant());
    }

    /** Whether the container runs. */
    public static boolean runs(JsonNode pod, String container) {
        for (JsonNode status : Json.at(pod, "status", "containerStatuses")) {
            if (Json.text(status, "name").equals(container)) {
                return Json.at(status, "state", "running").isObject();
            }
        }
        return false;
    }

    /** The lines since the last call. */
    public List<String> more() {
        List<String> lines = new ArrayList<>();
        for (long count = log.count(clock.instant()); next < count; next++) {
            lines.add(log.text(next));
        }
        return lines;
    }
}
