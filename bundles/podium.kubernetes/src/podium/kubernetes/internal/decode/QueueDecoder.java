// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.core.change.Change;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.QuantityReader;
import podium.model.value.Resources;

/**
 * Queues: ClusterQueue and LocalQueue of Kueue, Queue of Volcano and of KAI, and a namespace's ResourceQuota. The cohort
 * of a LocalQueue is its ClusterQueue; that of a Volcano or KAI queue its parent.
 */
final class QueueDecoder {
    private QueueDecoder() {}

    static List<Change> clusterQueue(JsonTree queue) {
        JsonTree spec = queue.at("spec");
        JsonTree status = queue.at("status");
        String cohort = spec.text("cohortName").isEmpty() ? spec.text("cohort") : spec.text("cohortName");
        return List.of(
                seen(
                        queue,
                        "ClusterQueue",
                        cohort,
                        nominal(spec.at("resourceGroups")),
                        used(
                                status.at("flavorsReservation").exists()
                                        ? status.at("flavorsReservation")
                                        : status.at("flavorsUsage")),
                        active(queue)),
                QuotaDecoder.clusterQueue(queue, cohort));
    }

    static List<Change> localQueue(JsonTree queue) {
        JsonTree status = queue.at("status");
        JsonTree usage =
                status.at("flavorsReservation").exists() ? status.at("flavorsReservation") : status.at("flavorUsage");
        boolean active = active(queue);
        return List.of(
                seen(queue, "LocalQueue", queue.at("spec").text("clusterQueue"), Resources.none(), used(usage), active),
                QuotaDecoder.localQueue(queue, active));
    }

    static List<Change> volcano(JsonTree queue) {
        JsonTree spec = queue.at("spec");
        JsonTree status = queue.at("status");
        Resources deserved = spec.at("deserved").resources();
        boolean open = status.text("state").isEmpty() || "Open".equals(status.text("state"));
        return List.of(
                new Change.QueueSeen(
                        "Queue",
                        "",
                        queue.at("metadata").text("name"),
                        queue.at("metadata").text("uid"),
                        spec.text("parent"),
                        deserved.isEmpty() ? spec.at("capability").resources() : deserved,
                        status.at("allocated").resources(),
                        status.number("pending", 0),
                        status.number("running", 0),
                        open),
                QuotaDecoder.volcano(queue, open));
    }

    /** KAI: quotas of gpu in devices, of cpu in millicores, of memory in megabytes; -1 is no limit (scheduling.run.ai/v2). */
    static List<Change> kai(JsonTree queue) {
        JsonTree resources = queue.at("spec", "resources");
        Map<String, Long> quota = new HashMap<>();
        put(quota, "nvidia.com/gpu", resources.at("gpu").whole("quota"), 1);
        put(quota, Resources.CPU, resources.at("cpu").whole("quota"), 1);
        put(quota, Resources.MEMORY, resources.at("memory").whole("quota"), 1_000_000);
        return List.of(
                seen(
                        queue,
                        "Queue",
                        queue.at("spec").text("parentQueue"),
                        Resources.of(quota),
                        queue.at("status", "allocated").resources(),
                        true),
                QuotaDecoder.kai(queue));
    }

    static List<Change> quota(JsonTree quota) {
        JsonTree status = quota.at("status");
        JsonTree hard = status.at("hard").exists() ? status.at("hard") : quota.at("spec", "hard");
        return List.of(
                seen(
                        quota,
                        "ResourceQuota",
                        "",
                        bare(QuotaDecoder.amounts(hard)),
                        bare(QuotaDecoder.amounts(status.at("used"))),
                        true),
                QuotaDecoder.quota(quota));
    }

    private static Change seen(
            JsonTree queue, String kind, String cohort, Resources quota, Resources used, boolean active) {
        JsonTree metadata = queue.at("metadata");
        JsonTree status = queue.at("status");
        return new Change.QueueSeen(
                kind,
                metadata.text("namespace"),
                metadata.text("name"),
                metadata.text("uid"),
                cohort,
                quota,
                used,
                status.number("pendingWorkloads", 0),
                status.number("admittedWorkloads", 0),
                active);
    }

    private static void put(Map<String, Long> quota, String name, long amount, long unit) {
        if (amount > 0) {
            quota.put(name, Math.multiplyExact(Math.min(amount, Long.MAX_VALUE / unit), unit));
        }
    }

    /** A quota counts requests.nvidia.com/gpu and the like; the prefix goes, limits are left out. */
    private static Resources bare(Resources quota) {
        Map<String, Long> amounts = new HashMap<>();
        quota.forEach((name, amount) -> {
            if (name.startsWith("requests.")) {
                amounts.put(name.substring("requests.".length()), amount);
            } else if (!name.startsWith("limits.")) {
                amounts.putIfAbsent(name, amount);
            }
        });
        return Resources.of(amounts);
    }

    private static Resources nominal(JsonTree groups) {
        Resources total = Resources.none();
        for (JsonTree group : groups.elements()) {
            for (JsonTree flavor : group.at("flavors").elements()) {
                total = total.plus(named(flavor.at("resources"), "nominalQuota"));
            }
        }
        return total;
    }

    private static Resources used(JsonTree flavors) {
        Resources total = Resources.none();
        for (JsonTree flavor : flavors.elements()) {
            total = total.plus(named(flavor.at("resources"), "total"));
        }
        return total;
    }

    static Resources named(JsonTree resources, String field) {
        Map<String, Long> amounts = new HashMap<>();
        for (JsonTree resource : resources.elements()) {
            String name = resource.text("name");
            QuantityReader.amount(name, resource.text(field))
                    .ifPresent(amount -> amounts.merge(name, amount, Long::sum));
        }
        return Resources.of(amounts);
    }

    private static boolean active(JsonTree queue) {
        String stop = queue.at("spec").text("stopPolicy");
        boolean refused = NodeDecoder.conditions(queue.at("status", "conditions"))
                .get("Active")
                .filter(condition -> "False".equals(condition.status()))
                .isPresent();
        return !refused && (stop.isEmpty() || "None".equals(stop));
    }
}
