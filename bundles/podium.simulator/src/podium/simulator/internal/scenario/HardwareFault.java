// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that will break.
 *
 * @param kind {@code xid} (an error that kills what runs on the GPU), {@code broken} (the device is gone for good),
 *     {@code thermal} (it gets hot and slows down), {@code node-down}
 * @param node where
 * @param gpu on which accelerator
 * @param code the XID
 * @param after how long after the opening
 * @param lasts for how long; empty for ever
 */
record HardwareFault(String kind, String node, int gpu, int code, Duration after, Optional<Duration> lasts) {

    static HardwareFault parse(JsonNode node) {
        return new HardwareFault(
                node.path("kind").asText(),
                node.path("node").asText(),
                node.path("gpu").asInt(),
                node.path("code").asInt(),
                WorkloadSpec.duration(node, "after").orElse(Duration.ZERO),
                WorkloadSpec.duration(node, "lasts"));
    }
}
