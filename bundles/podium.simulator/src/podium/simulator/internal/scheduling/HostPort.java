// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.json.Json;

/**
 * A port of the node itself that a container listens on. Source: kubernetes, {@code HostPortInfo.CheckConflict}.
 *
 * @param address the node's address; empty for all of them
 * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
 * @param number the port
 */
public record HostPort(String address, String protocol, int number) {

    /** The host ports of a pod's spec: of its containers, and of the init containers that go on running. */
    static List<HostPort> parse(JsonNode spec) {
        List<HostPort> ports = new ArrayList<>();
        for (JsonNode container : spec.path("initContainers")) {
            if (Json.text(container, "restartPolicy").equals("Always")) {
                add(ports, container);
            }
        }
        spec.path("containers").forEach(container -> add(ports, container));
        return List.copyOf(ports);
    }

    private static void add(List<HostPort> ports, JsonNode container) {
        for (JsonNode port : container.path("ports")) {
            int number = Json.number(port, 0, "hostPort");
            if (number > 0) {
                String address = Json.text(port, "hostIP");
                ports.add(new HostPort(
                        address.equals("0.0.0.0") ? "" : address,
                        port.path("protocol").asText("TCP"),
                        number));
            }
        }
    }

    /** Whether both cannot be had on one node. */
    public boolean meets(HostPort other) {
        return number == other.number
                && protocol.equals(other.protocol)
                && (address.isEmpty() || other.address.isEmpty() || address.equals(other.address));
    }
}
