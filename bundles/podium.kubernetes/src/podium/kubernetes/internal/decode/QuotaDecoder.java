// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.QuantityReader;
import podium.model.value.ControllerRef;
import podium.model.value.LabelSelector;
import podium.model.value.Requirement;
import podium.model.value.Resources;
import podium.model.value.Taint;

/** What queues and quotas limit, as they are judged by: flavor by flavor, with who lends to whom. */
final class QuotaDecoder {
    /** Kinds of scope that need no values (core/v1 ResourceQuotaScope). */
    private static final String IS = "Exists";

    private QuotaDecoder() {}

    /** kueue apis/kueue/v1beta2/clusterqueue_types.go; a selector that is not there takes no namespace. */
    static Change clusterQueue(JsonTree queue, String cohort) {
        JsonTree spec = queue.at("spec");
        JsonTree status = queue.at("status");
        List<List<String>> covered = new ArrayList<>();
        spec.at("resourceGroups")
                .elements()
                .forEach(group -> covered.add(group.at("coveredResources").texts()));
        Map<String, Resources> used = new HashMap<>();
        JsonTree reserved =
                status.at("flavorsReservation").exists() ? status.at("flavorsReservation") : status.at("flavorsUsage");
        for (JsonTree flavor : reserved.elements()) {
            used.put(flavor.text("name"), QueueDecoder.named(flavor.at("resources"), "total"));
        }
        return new Change.FactSeen(new SchedulingObject.ClusterQueue(
                name(queue),
                cohort,
                covered,
                granted(spec.at("resourceGroups")),
                used,
                spec.at("namespaceSelector").isObject()
                        ? Affinities.selector(spec.at("namespaceSelector"))
                        : LabelSelector.NOTHING,
                stopped(queue),
                preemption(spec.at("preemption"), status.at("fairSharing").exists()),
                checks(spec)));
    }

    /** v1beta1 has a list of names besides. */
    private static List<SchedulingObject.ClusterQueue.Check> checks(JsonTree spec) {
        return Stream.concat(
                        spec.at("admissionChecks").texts().stream()
                                .map(name -> new SchedulingObject.ClusterQueue.Check(name, List.of())),
                        spec.at("admissionChecksStrategy", "admissionChecks").elements().stream()
                                .map(check -> new SchedulingObject.ClusterQueue.Check(
                                        check.text("name"),
                                        check.at("onFlavors").texts())))
                .toList();
    }

    /** @param fair as its status shows: only then does Kueue tell a share (kueue pkg/controller/core/clusterqueue_controller.go) */
    private static SchedulingObject.Preemption preemption(JsonTree preemption, boolean fair) {
        JsonTree borrow = preemption.at("borrowWithinCohort");
        return new SchedulingObject.Preemption(
                policy(preemption.text("withinClusterQueue")),
                policy(preemption.text("reclaimWithinCohort")),
                "LowerPriority".equals(borrow.text("policy")),
                borrow.number("maxPriorityThreshold"),
                fair);
    }

    private static SchedulingObject.Preemption.Policy policy(String policy) {
        return switch (policy) {
            case "LowerPriority" -> SchedulingObject.Preemption.Policy.LOWER_PRIORITY;
            case "LowerOrNewerEqualPriority" -> SchedulingObject.Preemption.Policy.LOWER_OR_NEWER_EQUAL_PRIORITY;
            case "Any" -> SchedulingObject.Preemption.Policy.ANY;
            default -> SchedulingObject.Preemption.Policy.NEVER;
        };
    }

    /** kueue apis/kueue/v1beta2/workload_types.go: what is reserved stands in its admission, summed over the pods of a set. */
    static Change workload(JsonTree workload) {
        JsonTree metadata = workload.at("metadata");
        JsonTree status = workload.at("status");
        JsonTree reserved = held(status, "QuotaReserved");
        boolean holds = reserved.exists() && !held(status, "Finished").exists();
        Map<String, Resources> used = new HashMap<>();
        for (JsonTree set : holds ? status.at("admission", "podSetAssignments").elements() : List.<JsonTree>of()) {
            Resources usage = set.at("resourceUsage").resources();
            set.at("flavors")
                    .fields((resource, flavor) -> used.merge(
                            flavor.text(), Resources.of(Map.of(resource, usage.get(resource))), Resources::plus));
        }
        Optional<ControllerRef> owner = PodDecoder.controller(metadata.at("ownerReferences"));
        return new Change.FactSeen(new SchedulingObject.Workload(
                metadata.text("namespace"),
                name(workload),
                owner.map(ControllerRef::uid).orElse(""),
                owner.map(ControllerRef::name).orElse(name(workload)),
                holds ? status.at("admission").text("clusterQueue") : "",
                workload.at("spec").number("priority", 0),
                metadata.time("creationTimestamp"),
                reserved.time("lastTransitionTime"),
                held(status, "Evicted").exists(),
                used,
                workload.at("spec", "podSets").elements().stream()
                        .map(set ->
                                set.at("template", "spec").at("nodeSelector").labels())
                        .filter(selector -> !selector.isEmpty())
                        .toList()));
    }

    private static JsonTree held(JsonTree status, String type) {
        return status.at("conditions").elements().stream()
                .filter(condition -> type.equals(condition.text("type")) && "True".equals(condition.text("status")))
                .findFirst()
                .orElse(status.at("none"));
    }

    private static String stopped(JsonTree queue) {
        String policy = queue.at("spec").text("stopPolicy");
        if (!policy.isEmpty() && !"None".equals(policy)) {
            return SchedulingObject.ClusterQueue.HOLD + policy;
        }
        return NodeDecoder.conditions(queue.at("status", "conditions"))
                .get("Active")
                .filter(condition -> "False".equals(condition.status()))
                .map(condition -> condition.message().isEmpty() ? condition.reason() : condition.message())
                .orElse("");
    }

    static Change localQueue(JsonTree queue, boolean active) {
        return new Change.FactSeen(new SchedulingObject.LocalQueue(
                queue.at("metadata").text("namespace"),
                name(queue),
                queue.at("spec").text("clusterQueue"),
                !active));
    }

    /** v1alpha1 called its parent parent. */
    static List<Change> cohort(JsonTree cohort) {
        JsonTree spec = cohort.at("spec");
        String parent = spec.text("parentName").isEmpty() ? spec.text("parent") : spec.text("parentName");
        return List.of(new Change.FactSeen(
                new SchedulingObject.Cohort(name(cohort), parent, granted(spec.at("resourceGroups")))));
    }

    static List<Change> flavor(JsonTree flavor) {
        JsonTree spec = flavor.at("spec");
        return List.of(new Change.FactSeen(new SchedulingObject.ResourceFlavor(
                name(flavor),
                spec.at("nodeLabels").labels(),
                spec.at("nodeTaints").elements().stream()
                        .map(taint -> new Taint(taint.text("key"), taint.text("value"), taint.text("effect")))
                        .toList(),
                spec.at("tolerations").elements().stream()
                        .map(Affinities::toleration)
                        .toList(),
                spec.text("topologyName"))));
    }

    private static List<SchedulingObject.Granted> granted(JsonTree groups) {
        List<SchedulingObject.Granted> granted = new ArrayList<>();
        for (JsonTree group : groups.elements()) {
            for (JsonTree flavor : group.at("flavors").elements()) {
                for (JsonTree resource : flavor.at("resources").elements()) {
                    String name = resource.text("name");
                    OptionalLong nominal = QuantityReader.amount(name, resource.text("nominalQuota"));
                    if (nominal.isPresent()) {
                        granted.add(new SchedulingObject.Granted(
                                flavor.text("name"),
                                name,
                                nominal.getAsLong(),
                                QuantityReader.amount(name, resource.text("borrowingLimit")),
                                QuantityReader.amount(name, resource.text("lendingLimit"))));
                    }
                }
            }
        }
        return granted;
    }

    /** A ResourceQuota as it is in force. */
    static Change quota(JsonTree quota) {
        JsonTree spec = quota.at("spec");
        JsonTree status = quota.at("status");
        List<Requirement> scopes = new ArrayList<>();
        spec.at("scopes").texts().forEach(scope -> scopes.add(new Requirement(scope, IS, List.of())));
        for (JsonTree scope : spec.at("scopeSelector", "matchExpressions").elements()) {
            scopes.add(new Requirement(
                    scope.text("scopeName"),
                    scope.text("operator"),
                    scope.at("values").texts()));
        }
        return new Change.FactSeen(new SchedulingObject.ResourceQuota(
                quota.at("metadata").text("namespace"),
                name(quota),
                amounts(status.at("hard").exists() ? status.at("hard") : spec.at("hard")),
                amounts(status.at("used")),
                scopes));
    }

    /** Amounts by the names of quotas, cores in thousandths whatever stands before their name. */
    static Resources amounts(JsonTree amounts) {
        Map<String, Long> all = new HashMap<>();
        amounts.fields((name, amount) -> QuantityReader.amount(
                        name.substring(name.lastIndexOf('.') + 1).equals(Resources.CPU) ? Resources.CPU : name,
                        amount.text())
                .ifPresent(value -> all.put(name, value)));
        return Resources.of(all);
    }

    /** volcano.sh/apis scheduling/v1beta1 QueueSpec: no capability is no limit. */
    static Change volcano(JsonTree queue, boolean open) {
        JsonTree spec = queue.at("spec");
        return new Change.FactSeen(new SchedulingObject.Queue(
                name(queue),
                spec.text("parent"),
                false,
                spec.at("capability").resources(),
                spec.at("guarantee", "resource").resources(),
                queue.at("status", "allocated").resources(),
                Resources.none(),
                open));
    }

    /** volcano.sh/apis scheduling/v1beta1 PodGroup: without a queue it is in the one called default. */
    static Change podGroup(JsonTree group) {
        JsonTree spec = group.at("spec");
        String phase = group.at("status").text("phase");
        return new Change.FactSeen(new SchedulingObject.PodGroup(
                group.at("metadata").text("namespace"),
                name(group),
                PodDecoder.controller(group.at("metadata").at("ownerReferences"))
                        .map(ControllerRef::uid)
                        .orElse(""),
                spec.text("queue").isEmpty() ? "default" : spec.text("queue"),
                phase.isEmpty() ? "Pending" : phase,
                amounts(spec.at("minResources")),
                GroupTerms.volcano(spec)));
    }

    /** A PodGroup of KAI or of scheduling.k8s.io: in no queue of Volcano's. */
    static Change podGroup(JsonTree group, List<String> unread) {
        return new Change.FactSeen(new SchedulingObject.PodGroup(
                group.at("metadata").text("namespace"),
                name(group),
                PodDecoder.controller(group.at("metadata").at("ownerReferences"))
                        .map(ControllerRef::uid)
                        .orElse(""),
                "",
                "",
                Resources.none(),
                unread));
    }

    /** KAI pkg/apis/scheduling/v2: -1 is no limit; what is not given is 0, which grants nothing. */
    static Change kai(JsonTree queue) {
        JsonTree resources = queue.at("spec", "resources");
        JsonTree status = queue.at("status");
        return new Change.FactSeen(new SchedulingObject.Queue(
                name(queue),
                queue.at("spec").text("parentQueue"),
                true,
                kai(resources, "limit"),
                kai(resources, "quota"),
                status.at("allocated").resources(),
                status.at("allocatedNonPreemptible").resources(),
                true));
    }

    private static Resources kai(JsonTree resources, String field) {
        Map<String, Long> amounts = new HashMap<>();
        put(amounts, "nvidia.com/gpu", resources.at("gpu").whole(field), 1);
        put(amounts, Resources.CPU, resources.at("cpu").whole(field), 1);
        put(amounts, Resources.MEMORY, resources.at("memory").whole(field), 1_000_000);
        return Resources.of(amounts);
    }

    private static void put(Map<String, Long> amounts, String name, long amount, long unit) {
        if (amount >= 0) {
            amounts.put(name, Math.multiplyExact(Math.min(amount, Long.MAX_VALUE / unit), unit));
        }
    }

    private static String name(JsonTree object) {
        return object.at("metadata").text("name");
    }
}
