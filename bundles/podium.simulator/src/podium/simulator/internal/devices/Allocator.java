// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.devices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.ObjectKey;

/**
 * Looks for devices for some claims on one node: request by request, device by device, in the order of the slices, and takes the
 * first that works out for all. Source: k8s.io/dynamic-resource-allocation/structured, allocator_stable.go.
 */
final class Allocator {

    /** One claim with what has been chosen for it so far. */
    private static final class Part {
        private final ObjectKey claim;
        private final List<List<DeviceRequest>> requests;
        private final List<MatchAttributeConstraint> constraints;
        private final List<AllocatedDevice> chosen = new ArrayList<>();

        Part(ObjectNode claim) {
            this.claim = ObjectKey.of(claim);
            requests = DeviceRequest.parse(claim);
            constraints = MatchAttributeConstraint.parse(claim);
        }
    }

    private final RequestSelectors classes;
    private final List<DevicePools.Pool> pools;
    private final Set<PoolDevice.Id> taken;
    private final SharedCounters counters;
    private final List<Part> parts = new ArrayList<>();

    /**
     * An allocator for one attempt.
     *
     * @param pools what the node reaches
     * @param taken devices that others have
     * @param counters what those leave of shared counters
     */
    Allocator(
            RequestSelectors classes,
            List<DevicePools.Pool> pools,
            Set<PoolDevice.Id> taken,
            SharedCounters counters,
            List<ObjectNode> claims) {
        this.classes = classes;
        this.pools = pools;
        this.taken = new HashSet<>(taken);
        this.counters = counters.copy();
        claims.forEach(claim -> parts.add(new Part(claim)));
    }

    /** The choices for each claim, if all can have what they ask for. */
    Optional<Map<ObjectKey, List<AllocatedDevice>>> run() {
        if (!allocate(0, 0)) {
            return Optional.empty();
        }
        Map<ObjectKey, List<AllocatedDevice>> chosen = new LinkedHashMap<>();
        parts.forEach(part -> chosen.put(part.claim, part.chosen));
        return Optional.of(chosen);
    }

    private boolean allocate(int claim, int request) {
        if (claim == parts.size()) {
            return true;
        }
        Part part = parts.get(claim);
        if (request == part.requests.size()) {
            return allocate(claim + 1, 0);
        }
        for (DeviceRequest alternative : part.requests.get(request)) {
            if (alternative.all()
                    ? allOf(part, alternative, claim, request)
                    : some(part, alternative, alternative.count(), 0, claim, request)) {
                return true;
            }
        }
        return false;
    }

    /** All devices that match: every one must be free, and no pool that has any may lack a slice. */
    private boolean allOf(Part part, DeviceRequest request, int claim, int index) {
        List<PoolDevice> wanted = new ArrayList<>();
        for (DevicePools.Pool pool : pools) {
            List<PoolDevice> matching = pool.devices().stream()
                    .filter(device -> classes.selects(request, device))
                    .toList();
            if (!matching.isEmpty() && !pool.complete()) {
                return false;
            }
            wanted.addAll(matching);
        }
        int before = part.chosen.size();
        boolean held = !wanted.isEmpty() && wanted.stream().allMatch(device -> take(part, request, device));
        if (held && allocate(claim, index + 1)) {
            return true;
        }
        while (part.chosen.size() > before) {
            giveBack(part);
        }
        return false;
    }

    private boolean some(Part part, DeviceRequest request, int missing, int from, int claim, int index) {
        if (missing == 0) {
            return allocate(claim, index + 1);
        }
        int number = 0;
        for (DevicePools.Pool pool : pools) {
            for (PoolDevice device : pool.devices()) {
                if (number++ >= from && classes.selects(request, device) && take(part, request, device)) {
                    if (some(part, request, missing - 1, number, claim, index)) {
                        return true;
                    }
                    giveBack(part);
                }
            }
        }
        return false;
    }

    private boolean take(Part part, DeviceRequest request, PoolDevice device) {
        boolean free = request.admin() || !taken.contains(device.id()) && counters.suffice(device);
        if (!free
                || !request.bears(device)
                || part.chosen.stream().anyMatch(choice -> choice.device().id().equals(device.id()))
                || !part.constraints.stream().allMatch(each -> each.allows(request, device, part.chosen))) {
            return false;
        }
        if (!request.admin()) {
            taken.add(device.id());
            counters.take(device);
        }
        part.chosen.add(new AllocatedDevice(request, device));
        return true;
    }

    private void giveBack(Part part) {
        AllocatedDevice last = part.chosen.removeLast();
        if (!last.request().admin()) {
            taken.remove(last.device().id());
            counters.giveBack(last.device());
        }
    }

    /** The devices that a claim has, if it has any; those it only watches do not count. */
    static List<PoolDevice.Id> held(ObjectNode claim) {
        List<PoolDevice.Id> held = new ArrayList<>();
        for (var result : Json.at(claim, "status", "allocation", "devices", "results")) {
            if (!Json.flag(result, "adminAccess")) {
                held.add(new PoolDevice.Id(
                        Json.text(result, "driver"), Json.text(result, "pool"), Json.text(result, "device")));
            }
        }
        return held;
    }
}
