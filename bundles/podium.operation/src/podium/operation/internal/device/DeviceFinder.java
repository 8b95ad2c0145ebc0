// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.operation.device.DeviceServing;
import podium.operation.texts.Texts;

/** Reads how a device is served: its ResourceSlice, the versions there are, our rule. Blocks. */
final class DeviceFinder {
    static final String GROUP = "resource.k8s.io";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SLICES = List.of("v1", "v1beta2", "v1beta1");
    /** Stable in 1.37, beta in 1.36, alpha before (KEP-5055). */
    private static final List<String> RULES = List.of("v1", "v1beta2", "v1alpha3");

    private final ObjectReader reader;

    DeviceFinder(ObjectReader reader) {
        this.reader = reader;
    }

    /** A collection in the version the server has. */
    private record Listed(String version, List<JsonNode> items) {}

    /** A device in its slice. */
    private record Place(JsonNode slice, int index, String attributes, String uuidKey) {}

    DeviceServing find(String node, String uuid) throws IOException {
        Optional<Listed> slices = list("resourceslices", "ResourceSlice", SLICES, "spec.nodeName=" + node);
        if (slices.isEmpty()) {
            return new DeviceServing.Unserved(Texts.of("DeviceFinder.thisServerHasNoDynamicResourceAllocation"));
        }
        Optional<Place> place = slices.get().items().stream()
                .flatMap(slice -> place(slice, uuid).stream())
                .findFirst();
        if (place.isEmpty()) {
            return new DeviceServing.Unserved(Texts.of("DeviceFinder.noDraDriverPublishes", uuid, node));
        }
        Optional<Listed> rules = list("devicetaintrules", "DeviceTaintRule", RULES, "");
        return rules.isEmpty()
                ? new DeviceServing.Unserved(Texts.of("DeviceFinder.thisServerHasNoDevicetaintrule"))
                : served(slices.get().version(), place.get(), uuid, rules.get());
    }

    /** Empty when no version is served. A server that does not answer is an error. */
    private Optional<Listed> list(String resource, String kind, List<String> versions, String fields)
            throws IOException {
        for (String version : versions) {
            ObjectRef all = new ObjectRef(GROUP, version, resource, kind, "", "");
            if (reader.serves(all)) {
                List<JsonNode> items = new ArrayList<>();
                for (String text : reader.list(all, "", fields)) {
                    items.add(JSON.readTree(text));
                }
                return Optional.of(new Listed(version, items));
            }
        }
        return Optional.empty();
    }

    private static Optional<Place> place(JsonNode slice, String uuid) {
        JsonNode devices = slice.path("spec").path("devices");
        for (int i = 0; i < devices.size(); i++) {
            boolean basic = devices.path(i).has("basic");
            JsonNode attributes = (basic ? devices.path(i).path("basic") : devices.path(i)).path("attributes");
            for (Map.Entry<String, JsonNode> one : attributes.properties()) {
                boolean named = one.getKey().equals("uuid") || one.getKey().endsWith("/uuid");
                if (named && one.getValue().path("string").asText().equals(uuid)) {
                    return Optional.of(
                            new Place(slice, i, basic ? "/basic/attributes/" : "/attributes/", one.getKey()));
                }
            }
        }
        return Optional.empty();
    }

    private static DeviceServing served(String version, Place place, String uuid, Listed rules) {
        JsonNode spec = place.slice().path("spec");
        String device = spec.path("devices").path(place.index()).path("name").asText();
        String pointer = "/spec/devices/" + place.index();
        String driver = spec.path("driver").asText();
        String pool = spec.path("pool").path("name").asText();
        ObjectRef slice = new ObjectRef(
                GROUP,
                version,
                "resourceslices",
                "ResourceSlice",
                "",
                place.slice().path("metadata").path("name").asText());
        Optional<DeviceServing.Rule> rule = rules.items().stream()
                .filter(object -> isOurs(object, driver, pool, device))
                .map(object -> rule(object, rules.version()))
                .findFirst();
        return new DeviceServing.Served(
                driver,
                pool,
                device,
                uuid,
                slice,
                pointer + "/name",
                pointer + place.attributes() + Json.segment(place.uuidKey()) + "/string",
                rules.version(),
                rule);
    }

    private static boolean isOurs(JsonNode rule, String driver, String pool, String device) {
        JsonNode selector = rule.path("spec").path("deviceSelector");
        return rule.path("spec").path("taint").path("key").asText().equals(DeviceCordons.TAINT)
                && selector.path("driver").asText().equals(driver)
                && selector.path("pool").asText().equals(pool)
                && selector.path("device").asText().equals(device);
    }

    private static DeviceServing.Rule rule(JsonNode rule, String version) {
        String told = "";
        for (JsonNode condition : rule.path("status").path("conditions")) {
            if (condition.path("type").asText().equals(DeviceCordons.CONDITION)) {
                told = condition.path("message").asText();
            }
        }
        String effect = rule.path("spec").path("taint").path("effect").asText();
        return new DeviceServing.Rule(
                ref(version, rule.path("metadata").path("name").asText()),
                rule.path("metadata").path("uid").asText(),
                rule.toString(),
                effect.equals("NoExecute")
                        ? DeviceServing.Effect.NO_EXECUTE
                        : effect.equals("NoSchedule") ? DeviceServing.Effect.NO_SCHEDULE : DeviceServing.Effect.NONE,
                told);
    }

    static ObjectRef ref(String version, String name) {
        return new ObjectRef(GROUP, version, "devicetaintrules", "DeviceTaintRule", "", name);
    }
}
