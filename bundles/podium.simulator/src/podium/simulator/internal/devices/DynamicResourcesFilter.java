// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.NodeTerm;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.internal.scheduling.filter.FilterPlugin;
import podium.simulator.internal.scheduling.filter.FilterStatus;
import podium.simulator.internal.scheduling.filter.PodFilter;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/** A pod's claims must have devices on the node, or get them there. Source: plugin dynamicresources. */
public final class DynamicResourcesFilter implements FilterPlugin {

    private static final FilterStatus ELSEWHERE = FilterStatus.lasting("resourceclaim not available on the node");
    private static final FilterStatus NONE_LEFT = FilterStatus.lasting("cannot allocate all claims");
    /** As many pods may share a claim. */
    private static final int MOST_CONSUMERS = 256;

    private @Nullable CelEnvironment language;

    private CelEnvironment language() {
        CelEnvironment known = language;
        if (known == null) {
            known = new CelEnvironment();
            language = known;
        }
        return known;
    }

    @Override
    public PodFilter prepare(PodInfo pod, SchedulerCache cluster) {
        if (!pod.claimsDevices()) {
            return PodFilter.NOTHING;
        }
        ObjectStore objects = cluster.objects();
        Optional<ObjectNode> object = objects.get(ResourceTypes.POD, pod.namespace(), pod.name());
        if (object.isEmpty()) {
            return PodFilter.NOTHING;
        }
        Demand demand = new Demand(new RequestSelectors(objects, language()), objects);
        for (JsonNode named : Json.at(object.get(), "spec", "resourceClaims")) {
            Optional<String> name = PodClaims.name(object.get(), named);
            if (name.isEmpty()) {
                return PodFilter.nowhere(
                        "pod \"" + pod.namespace() + "/" + pod.name() + "\": ResourceClaim not created yet");
            }
            if (!name.get().isEmpty()) {
                Optional<ObjectNode> claim = objects.get(ResourceTypes.RESOURCE_CLAIM, pod.namespace(), name.get());
                String fault = claim.map(found -> demand.add(found, pod))
                        .orElse("resourceclaim.resource.k8s.io \"" + name.get() + "\" not found");
                if (!fault.isEmpty()) {
                    return PodFilter.nowhere(fault);
                }
            }
        }
        return demand;
    }

    /**
     * What the claims of a pod need on a node that takes it: the allocation of each that has none.
     *
     * @return empty where the devices have gone to somebody else since
     */
    public Optional<Map<ObjectKey, ObjectNode>> plan(PodInfo pod, NodeInfo node, SchedulerCache cache) {
        return prepare(pod, cache) instanceof Demand demand ? demand.plan(node) : Optional.of(Map.of());
    }

    /** The claims of one pod. */
    private static final class Demand implements PodFilter {
        private final RequestSelectors classes;
        private final ObjectStore objects;
        private final List<List<NodeTerm>> reached = new ArrayList<>();
        private final List<ObjectNode> open = new ArrayList<>();
        private final Set<PoolDevice.Id> taken = new HashSet<>();
        private @Nullable DevicePools pools;
        private SharedCounters counters = new SharedCounters();

        Demand(RequestSelectors classes, ObjectStore objects) {
            this.classes = classes;
            this.objects = objects;
        }

        /** Takes over a claim; returns what forbids it, empty for nothing. */
        String add(ObjectNode claim, PodInfo pod) {
            if (Json.terminating(claim)) {
                return "resourceclaim \"" + Json.name(claim) + "\" is being deleted";
            }
            JsonNode allocation = Json.at(claim, "status", "allocation");
            if (allocation.isObject()) {
                JsonNode selector = allocation.path("nodeSelector");
                if (selector.isObject()) {
                    reached.add(NodeTerm.any(selector));
                }
                return PodClaims.reserved(claim, pod.uid())
                                || Json.at(claim, "status", "reservedFor").size() < MOST_CONSUMERS
                        ? ""
                        : "resourceclaim in use";
            }
            open.add(claim);
            for (List<DeviceRequest> alternatives : DeviceRequest.parse(claim)) {
                for (DeviceRequest request : alternatives) {
                    if (classes.find(request.deviceClass()).isEmpty()) {
                        return "request " + request.name() + ": device class " + request.deviceClass()
                                + " does not exist";
                    }
                }
            }
            return "";
        }

        @Override
        public FilterStatus against(NodeInfo node) {
            if (!reached.stream().allMatch(terms -> terms.stream().anyMatch(term -> term.matches(node)))) {
                return ELSEWHERE;
            }
            try {
                return open.isEmpty() || choose(node).isPresent() ? FilterStatus.NONE : NONE_LEFT;
            } catch (SelectorException broken) {
                return FilterStatus.lasting(broken.getMessage() == null ? "" : broken.getMessage());
            }
        }

        private Optional<Map<ObjectKey, List<AllocatedDevice>>> choose(NodeInfo node) {
            DevicePools known = pools;
            if (known == null) {
                known = new DevicePools(objects);
                pools = known;
                objects.list(ResourceTypes.RESOURCE_CLAIM, "").forEach(claim -> taken.addAll(Allocator.held(claim)));
                counters = known.counters(taken);
            }
            return new Allocator(classes, known.of(node), taken, counters, open).run();
        }

        Optional<Map<ObjectKey, ObjectNode>> plan(NodeInfo node) {
            if (open.isEmpty()) {
                return Optional.of(Map.of());
            }
            return choose(node).map(chosen -> {
                Map<ObjectKey, ObjectNode> plan = new LinkedHashMap<>();
                for (ObjectNode claim : open) {
                    ObjectKey key = ObjectKey.of(claim);
                    plan.put(
                            key, AllocationResult.of(claim, chosen.getOrDefault(key, List.of()), node.name(), classes));
                }
                return plan;
            });
        }
    }
}
