// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import podium.core.fleet.PodShares;
import podium.kubernetes.internal.json.JsonTree;
import podium.model.value.Resources;

/**
 * What a pod asks of its node. The rule is that of the scheduler (k8s.io/component-helpers/resource, KEP-753, KEP-2837):
 * the larger of (containers + sidecars) and of each initial container with the sidecars started before it, plus overhead;
 * amounts given for the pod as a whole stand in the place of that sum.
 */
final class PodRequests {
    private static final Set<String> POD_LEVEL = Set.of(Resources.CPU, Resources.MEMORY);

    private PodRequests() {}

    static Resources effective(JsonTree spec) {
        JsonTree resized = spec.at("resized");
        Function<JsonTree, Resources> of =
                resized.exists() ? one -> resized(one, one == spec, resized) : PodRequests::of;
        return withoutOverhead(spec, of).plus(spec.at("overhead").resources());
    }

    /**
     * The larger of what is asked for and what the status says it has counts (KEP-1287); what the node can never give does not.
     * A status without {@code resources} says nothing: what is allocated alone is not looked at.
     */
    private static Resources resized(JsonTree one, boolean pod, JsonTree status) {
        JsonTree had = pod ? status : named(one.text("name"), status.at("containers"));
        if (!had.at("resources").exists()) {
            return of(one);
        }
        Resources has = had.at("resources", "requests")
                .resources()
                .max(had.at("allocatedResources").resources());
        Resources asked = of(one);
        return has.isEmpty() ? asked : status.flag("infeasible") ? has : asked.max(has);
    }

    private static JsonTree named(String name, JsonTree statuses) {
        return statuses.elements().stream()
                .filter(one -> one.text("name").equals(name))
                .findFirst()
                .orElse(JsonTree.none());
    }

    /** What a sum over its containers does not tell of the shares of single devices that they ask for. */
    static Resources shares(JsonTree spec) {
        return PodShares.beside(each(spec.at("containers")), each(spec.at("initContainers")));
    }

    private static List<Resources> each(JsonTree containers) {
        return containers.elements().stream().map(PodRequests::of).toList();
    }

    /** @param of what one container, or the pod as a whole, asks for */
    static Resources withoutOverhead(JsonTree spec, Function<JsonTree, Resources> of) {
        Resources running = Resources.none();
        for (JsonTree container : spec.at("containers").elements()) {
            running = running.plus(of.apply(container));
        }
        Resources sidecars = Resources.none();
        Resources starting = Resources.none();
        for (JsonTree container : spec.at("initContainers").elements()) {
            Resources own = of.apply(container);
            if ("Always".equals(container.text("restartPolicy"))) {
                sidecars = sidecars.plus(own);
                starting = starting.max(sidecars);
            } else {
                starting = starting.max(own.plus(sidecars));
            }
        }
        Resources total = running.plus(sidecars).max(starting);
        return override(total, of.apply(spec));
    }

    private static Resources override(Resources total, Resources pod) {
        if (pod.isEmpty()) {
            return total;
        }
        Map<String, Long> amounts = new HashMap<>(total.toMap());
        pod.forEach((name, amount) -> {
            if (POD_LEVEL.contains(name) || name.startsWith("hugepages-")) {
                amounts.put(name, amount);
            }
        });
        return Resources.of(amounts);
    }

    /** Requests of a container; a limit without a request counts as one (defaulting of core/v1). */
    private static Resources of(JsonTree container) {
        JsonTree resources = container.at("resources");
        Resources limits = resources.at("limits").resources();
        Resources requests = resources.at("requests").resources();
        if (limits.isEmpty()) {
            return requests;
        }
        Map<String, Long> amounts = new HashMap<>(limits.toMap());
        amounts.putAll(requests.toMap());
        return Resources.of(amounts);
    }
}
