// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.Kubelets;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.object.Conditions;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * Carries out DeviceTaintRules on the devices of ResourceSlices (KEP-5055). NoSchedule: the node offers the device no more;
 * NoExecute: its pods are deleted too; None: the rule's status says once what NoExecute would do. Which pod holds which device is the
 * kubelet's knowledge, whether it was given by a claim or as if a driver served nvidia.com/gpu (KEP-5004).
 */
public final class DeviceTaintController implements Reconciler {

    private static final String CONDITION = "EvictionInProgress";

    /** A device: the node and the place in its slice, which is the index of the accelerator. */
    private record Place(String node, int gpu) {}

    private final EngineContext cluster;
    private final Kubelets kubelets;
    /** What each rule keeps from being given away. */
    private final Map<String, Set<Place>> kept = new HashMap<>();
    /** The spec of each rule that its status speaks of. */
    private final Map<String, JsonNode> told = new HashMap<>();

    public DeviceTaintController(EngineContext cluster, Kubelets kubelets) {
        this.cluster = cluster;
        this.kubelets = kubelets;
    }

    public void start() {
        cluster.loop().on(ResourceTypes.DEVICE_TAINT_RULE, this::rule);
    }

    private void rule(StoreEvent event) {
        String name = Json.name(event.object());
        if (event.type() == StoreEvent.Type.DELETED) {
            told.remove(name);
            keep(name, Set.of());
        } else if (!Json.at(event.object(), "spec").equals(told.get(name))) {
            cluster.loop().enqueue(this, new ObjectKey("", name));
        }
    }

    @Override
    public void reconcile(ObjectKey key) {
        cluster.get(ResourceTypes.DEVICE_TAINT_RULE, key).ifPresent(rule -> {
            told.put(key.name(), Json.at(rule, "spec").deepCopy());
            String effect = Json.text(rule, "spec", "taint", "effect");
            List<Place> selected = selected(Json.at(rule, "spec", "deviceSelector"));
            keep(key.name(), effect.equals("None") ? Set.of() : Set.copyOf(selected));
            Set<ObjectKey> pods = selected.stream()
                    .flatMap(place -> kubelets.devices(place.node()).stream()
                            .flatMap(devices -> devices.holders(place.gpu()).stream()))
                    .map(holder -> new ObjectKey(holder.namespace(), holder.pod()))
                    .collect(Collectors.toSet());
            boolean evicts = effect.equals("NoExecute");
            say(key, effect, selected, pods);
            if (evicts) {
                pods.forEach(pod -> cluster.delete(ResourceTypes.POD, pod));
            }
        });
    }

    /** Reasons and messages as kube-controller-manager 1.36 writes them. */
    private void say(ObjectKey key, String effect, List<Place> selected, Set<ObjectKey> pods) {
        boolean evicts = effect.equals("NoExecute") && !pods.isEmpty();
        String reason =
                switch (effect) {
                    case "None" -> "NoEffect";
                    case "NoExecute" -> pods.isEmpty() ? "NotStarted" : "PodsPendingEviction";
                    default -> "OtherEffect";
                };
        String message =
                switch (effect) {
                    case "None" -> preview(selected, pods);
                    case "NoExecute" -> pods.isEmpty() ? "" : count(pods.size(), "pod") + " need to be evicted.";
                    default -> "Eviction only happens for the NoExecute effect.";
                };
        cluster.modify(
                ResourceTypes.DEVICE_TAINT_RULE,
                key,
                rule -> Conditions.set(
                        rule, CONDITION, evicts ? "True" : "False", reason, message, cluster.timestamp()));
    }

    private String preview(List<Place> selected, Set<ObjectKey> pods) {
        long held = selected.stream()
                .filter(place -> kubelets.devices(place.node()).stream()
                        .anyMatch(devices -> !devices.holders(place.gpu()).isEmpty()))
                .count();
        long namespaces = pods.stream().map(ObjectKey::namespace).distinct().count();
        return count(selected.size(), "published device") + " selected. " + count(held, "allocated device")
                + " selected. " + count(pods.size(), "pod") + " would be evicted in " + namespaces
                + " different namespaces if the effect was NoExecute. This information will not be updated again."
                + " Recreate the DeviceTaintRule to trigger an update.";
    }

    private static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** The devices that all parts of the selector match; the empty selector matches every one. */
    private List<Place> selected(JsonNode selector) {
        List<Place> places = new ArrayList<>();
        for (ObjectNode slice : cluster.store().list(ResourceTypes.RESOURCE_SLICE, "")) {
            if (matches(selector, "driver", Json.text(slice, "spec", "driver"))
                    && matches(selector, "pool", Json.text(slice, "spec", "pool", "name"))) {
                JsonNode devices = Json.at(slice, "spec", "devices");
                for (int i = 0; i < devices.size(); i++) {
                    if (matches(selector, "device", Json.text(devices.get(i), "name"))) {
                        places.add(new Place(Json.text(slice, "spec", "nodeName"), i));
                    }
                }
            }
        }
        return places;
    }

    private static boolean matches(JsonNode selector, String field, String value) {
        String wanted = Json.text(selector, field);
        return wanted.isEmpty() || wanted.equals(value);
    }

    /** Changes what a rule keeps; a device that another rule keeps too stays kept. */
    private void keep(String rule, Set<Place> places) {
        Set<Place> touched = new HashSet<>(places);
        touched.addAll(kept.getOrDefault(rule, Set.of()));
        kept.put(rule, places);
        if (places.isEmpty()) {
            kept.remove(rule);
        }
        for (Place place : touched) {
            boolean on = kept.values().stream().anyMatch(set -> set.contains(place));
            kubelets.taint(place.node(), place.gpu(), on);
        }
    }
}
