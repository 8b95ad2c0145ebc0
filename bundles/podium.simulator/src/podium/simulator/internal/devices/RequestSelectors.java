// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/** Which devices a request asks for: those that its class selects and that itself selects. Remembers for one attempt. */
final class RequestSelectors {

    private record Asked(DeviceRequest request, PoolDevice.Id device) {}

    private final ObjectStore objects;
    private final CelEnvironment language;
    private final Map<String, List<String>> expressions = new HashMap<>();
    private final Map<Asked, Boolean> answers = new HashMap<>();

    RequestSelectors(ObjectStore objects, CelEnvironment language) {
        this.objects = objects;
        this.language = language;
    }

    /** A class, if it is there. */
    Optional<ObjectNode> find(String name) {
        return objects.get(ResourceTypes.DEVICE_CLASS, "", name);
    }

    /**
     * Whether a request asks for a device.
     *
     * @throws SelectorException if a selector cannot say
     */
    boolean selects(DeviceRequest request, PoolDevice device) {
        return answers.computeIfAbsent(new Asked(request, device.id()), key -> evaluate(request, device));
    }

    private boolean evaluate(DeviceRequest request, PoolDevice device) {
        List<String> all = new ArrayList<>(expressions.computeIfAbsent(request.deviceClass(), name -> find(name)
                .map(found -> DeviceRequest.expressions(Json.at(found, "spec", "selectors")))
                .orElse(List.of())));
        all.addAll(request.selectors());
        for (String expression : all) {
            if (!language.matches(expression, device)) {
                return false;
            }
        }
        return true;
    }
}
