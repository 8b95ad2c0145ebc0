// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.quota;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/**
 * Lets a new pod pass where the quotas of its namespace have room for it, and takes the room. Any thread. Source: kubernetes,
 * staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go.
 */
public final class QuotaAdmission {

    private final ObjectStore store;

    /** The quotas of a cluster. */
    public QuotaAdmission(ObjectStore store) {
        this.store = store;
    }

    /**
     * Takes the room for a pod, unless it is only tried.
     *
     * @throws ApiException 403 with what is asked for, used and allowed
     */
    public void admit(ObjectNode pod, boolean dryRun) {
        List<ObjectNode> quotas = store.list(ResourceTypes.RESOURCE_QUOTA, ObjectMeta.namespace(pod)).stream()
                .filter(quota -> PodUsage.inScope(quota, pod))
                .toList();
        for (ObjectNode quota : quotas) {
            PodUsage.unsaid(pod, names(quota)).ifPresent(unsaid -> {
                throw refusal(pod, "failed quota: " + ObjectMeta.name(quota) + ": " + unsaid);
            });
        }
        for (ObjectNode quota : quotas) {
            if (dryRun) {
                take(quota.deepCopy(), pod);
            } else {
                store.modify(
                        ResourceTypes.RESOURCE_QUOTA,
                        ObjectMeta.namespace(quota),
                        ObjectMeta.name(quota),
                        present -> take(present, pod));
            }
        }
    }

    private static List<String> names(ObjectNode quota) {
        List<String> names = new ArrayList<>();
        Json.at(quota, "status", "hard").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void take(ObjectNode quota, ObjectNode pod) {
        Map<String, BigDecimal> over = new TreeMap<>();
        Map<String, BigDecimal> used = new TreeMap<>();
        Map<String, BigDecimal> hard = new TreeMap<>();
        ObjectNode counted = Json.with(quota, "status", "used");
        for (String name : names(quota)) {
            BigDecimal asked = PodUsage.of(pod, name).orElse(BigDecimal.ZERO);
            BigDecimal before = QuantitySums.of(counted.path(name).asText(""));
            BigDecimal most = QuantitySums.of(Json.text(quota, "status", "hard", name));
            if (asked.signum() > 0 && before.add(asked).compareTo(most) > 0) {
                over.put(name, asked);
                used.put(name, before);
                hard.put(name, most);
            } else if (asked.signum() > 0) {
                counted.put(name, QuantitySums.text(name, before.add(asked)));
            }
        }
        if (!over.isEmpty()) {
            throw refusal(
                    pod,
                    "exceeded quota: " + ObjectMeta.name(quota) + ", requested: " + QuantitySums.list(over) + ", used: "
                            + QuantitySums.list(used) + ", limited: " + QuantitySums.list(hard));
        }
    }

    private static ApiException refusal(ObjectNode pod, String why) {
        return ApiException.forbidden(ResourceTypes.POD, PodUsage.name(pod), why);
    }

    /** Counts anew what the pods that are there use. */
    public void count(ObjectNode quota) {
        ObjectNode status = Json.with(quota, "status");
        status.set("hard", Json.at(quota, "spec", "hard").deepCopy());
        Map<String, BigDecimal> used = new TreeMap<>();
        names(quota).forEach(name -> used.put(name, BigDecimal.ZERO));
        for (ObjectNode pod : store.list(ResourceTypes.POD, ObjectMeta.namespace(quota))) {
            if (PodUsage.counts(pod) && PodUsage.inScope(quota, pod)) {
                used.replaceAll((name, sum) -> sum.add(PodUsage.of(pod, name).orElse(BigDecimal.ZERO)));
            }
        }
        ObjectNode counted = status.putObject("used");
        used.forEach((name, sum) -> counted.put(name, QuantitySums.text(name, sum)));
    }
}
