// SPDX-License-Identifier: Apache-2.0
package podium.operation.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;

/**
 * The pod on a node that has NVIDIA's programs: that of the driver, else that of the device plugin, into which the container runtime
 * puts them (gpu-operator, assets/state-driver and assets/state-device-plugin; with a driver of the machine there is no first one).
 */
public final class DriverPods {
    private static final String APP = "app";

    /** Values of {@link #APP}, the best first; drivers of the NVIDIADriver kind have names of their own and share a component. */
    private static final List<String> APPS =
            List.of("nvidia-driver-daemonset", "nvidia-device-plugin-daemonset", "nvidia-dcgm-exporter");

    private static final String DRIVER = "app.kubernetes.io/component=nvidia-driver";

    private DriverPods() {}

    /**
     * The best that runs there; empty: none does. Blocks.
     *
     * @throws IOException when the server does not answer or refuses
     */
    public static Optional<ObjectRef> on(String node, ObjectReader reader) throws IOException {
        String there = "spec.nodeName=" + node + ",status.phase=Running";
        ObjectRef pods = ObjectRef.pod("", "");
        List<JsonNode> found = new ArrayList<>();
        for (String json : reader.list(pods, DRIVER, there)) {
            found.add(Json.read(json));
        }
        List<JsonNode> others = new ArrayList<>();
        for (String json : reader.list(pods, APP + " in (" + String.join(",", APPS) + ")", there)) {
            others.add(Json.read(json));
        }
        APPS.forEach(app -> others.stream()
                .filter(pod -> Json.text(pod, "/metadata/labels/" + APP).equals(app))
                .forEach(found::add));
        return found.stream()
                .filter(pod -> !Json.terminating(pod))
                .map(pod -> ObjectRef.pod(Json.text(pod, "/metadata/namespace"), Json.text(pod, "/metadata/name")))
                .findFirst();
    }
}
