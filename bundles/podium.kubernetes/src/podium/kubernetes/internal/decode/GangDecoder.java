// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import podium.core.api.KueueNames;
import podium.core.change.Change;
import podium.core.job.DefaultReason;
import podium.core.text.ReadableTime;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.WorkKinds;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.texts.Texts;
import podium.model.value.Condition;
import podium.model.value.Conditions;
import podium.model.value.ControllerRef;
import podium.model.value.WorkKind;

/**
 * Gangs: Workload of Kueue, Workload and PodGroup of scheduling.k8s.io, PodGroup of Volcano, KAI and coscheduling. Why one waits is
 * told with the name of who decides before it.
 */
final class GangDecoder {
    /** PodGroupScheduled until v1alpha2, PodGroupInitiallyScheduled since v1alpha3. */
    private static final List<String> NATIVE = List.of("PodGroupInitiallyScheduled", "PodGroupScheduled");
    /** scheduler-plugins apis/scheduling/v1alpha1, PodGroupPhase: all before Scheduled. */
    private static final Set<String> BEFORE = Set.of("Pending", "PreScheduling", "Scheduling");

    private GangDecoder() {}

    /**
     * kueue apis/kueue/v1beta2/workload_types.go. Quota is reserved for all of it at once, which makes no gang of a Job whose pods know
     * nothing of each other: only one that is to lie together (topologyRequest), or whose pods find each other by name, is one.
     */
    static Change.GangSeen kueue(JsonTree workload, WorkKinds kinds) {
        JsonTree spec = workload.at("spec");
        Optional<ControllerRef> controller =
                PodDecoder.controller(workload.at("metadata").at("ownerReferences"), kinds);
        boolean plain = controller
                .filter(owner -> owner.work().is(WorkKind.Trait.LOOSE))
                .isPresent();
        int minimum = 0;
        for (JsonTree set : spec.at("podSets").elements()) {
            boolean together = !plain || set.at("topologyRequest").exists() || WorkloadShape.speaks(set.at("template"));
            minimum += together ? set.number("minCount", set.number("count", 1)) : 0;
        }
        String priority = spec.text("priorityClassName").isEmpty()
                ? spec.at("priorityClassRef").text("name")
                : spec.text("priorityClassName");
        return seen(
                workload,
                controller,
                minimum > 1 ? OptionalInt.of(minimum) : OptionalInt.empty(),
                spec.text("queueName"),
                priority,
                said("Kueue", kueueReason(workload)),
                MultiKueue.cluster(workload));
    }

    private static String kueueReason(JsonTree workload) {
        Conditions conditions = NodeDecoder.conditions(workload.at("status", "conditions"));
        String evicted = words(conditions.get("Evicted").filter(GangDecoder::holds));
        if (conditions.holds("Finished")) {
            return "";
        }
        if ("false".equals(workload.at("spec").text("active"))) {
            return DefaultReason.INACTIVE + (evicted.isEmpty() ? "" : ": " + evicted);
        }
        if (conditions.holds("WaitingForReplacementPods")) {
            // kueue pkg/controller/jobs/pod/pod_controller.go, waitingForReplacementPodsCondition
            return Texts.of("GangDecoder.podsOfTheGroup");
        }
        if (conditions.holds("Admitted")) {
            return "";
        }
        if (conditions.holds("QuotaReserved")) {
            return MultiKueue.offered(workload).orElseGet(() -> checks(workload.at("status", "admissionChecks")));
        }
        Optional<String> held =
                conditions.get("Requeued").filter(GangDecoder::isFalse).map(Condition::reason);
        if (held.filter(reason -> reason.startsWith("DeactivatedDueTo")).isPresent()) {
            // before kueue 0.19.3 only what somebody else had deactivated was queued again
            return DefaultReason.GIVEN_UP;
        }
        Instant again = workload.at("status", "requeueState").time("requeueAt");
        if (again != null && held.isPresent()) {
            return Texts.of(
                    "GangDecoder.consideredAgainAt",
                    held.get().equals("PodsReadyTimeout") ? DefaultReason.UNREADY : evicted,
                    DefaultReason.AGAIN,
                    ReadableTime.of(again));
        }
        String refused = words(conditions.get("QuotaReserved"));
        String preempted = words(conditions.get("Preempted").filter(GangDecoder::holds));
        if (!refused.isEmpty() && !preempted.isEmpty() && !refused.equals(preempted)) {
            return refused + "; " + preempted;
        }
        return refused.isEmpty()
                ? evicted.isEmpty()
                        ? Texts.of("GangDecoder.notConsideredYet")
                        : Texts.of("GangDecoder.evicted", evicted)
                : refused;
    }

    private static String checks(JsonTree checks) {
        for (JsonTree check : checks.elements()) {
            if (!"Ready".equals(check.text("state"))) {
                String message = check.text("message");
                return DefaultReason.RESERVED + "; "
                        + (message.isEmpty()
                                ? Texts.of("GangDecoder.admissionCheckIs", check.text("name"), check.text("state"))
                                : Texts.of(
                                        "GangDecoder.admissionCheckSays",
                                        check.text("name"),
                                        check.text("state"),
                                        message));
            }
        }
        return Texts.of("GangDecoder.itsQuotaIsThere");
    }

    /** Volcano: staging/src/volcano.sh/apis/pkg/apis/scheduling/v1beta1/types.go. */
    static Change.GangSeen volcano(JsonTree group) {
        JsonTree spec = group.at("spec");
        String phase = group.at("status").text("phase");
        Conditions conditions = NodeDecoder.conditions(group.at("status", "conditions"));
        boolean waits = phase.isEmpty() || phase.equals("Pending") || phase.equals("Inqueue");
        String refused = words(conditions.get("Unschedulable").filter(GangDecoder::holds));
        String reason = refused.isEmpty() && !phase.equals("Inqueue")
                ? Texts.of("GangDecoder.waitsForRoomInItsQueue")
                : refused;
        return seen(
                group,
                PodDecoder.controller(group.at("metadata").at("ownerReferences")),
                spec.number("minMember"),
                spec.text("queue"),
                spec.text("priorityClassName"),
                said("Volcano", waits ? reason : ""));
    }

    /** KAI: pkg/apis/scheduling/v2alpha2/podgroup_types.go. */
    static Change.GangSeen kai(JsonTree group) {
        JsonTree spec = group.at("spec");
        String reason = "";
        for (JsonTree condition : group.at("status", "schedulingConditions").elements()) {
            if ("True".equals(condition.text("status"))) {
                reason = condition.text("message").isEmpty() ? condition.text("reason") : condition.text("message");
            }
        }
        return seen(
                group,
                PodDecoder.controller(group.at("metadata").at("ownerReferences")),
                spec.number("minMember"),
                spec.text("queue"),
                spec.text("priorityClassName"),
                said("KAI", reason));
    }

    /** PodGroup of scheduling.k8s.io (KEP-4671). */
    static Change.GangSeen podGroup(JsonTree group) {
        Conditions conditions = NodeDecoder.conditions(group.at("status", "conditions"));
        String reason = NATIVE.stream()
                .map(type -> words(conditions.get(type).filter(condition -> "False".equals(condition.status()))))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        JsonTree spec = group.at("spec");
        return seen(
                group,
                PodDecoder.controller(group.at("metadata").at("ownerReferences")),
                spec.at("schedulingPolicy", "gang").number("minCount"),
                "",
                spec.text("priorityClassName"),
                said("kube-scheduler", reason));
    }

    /** Workload of scheduling.k8s.io: names its job by kind and name. */
    static Change.GangSeen workload(JsonTree workload) {
        JsonTree spec = workload.at("spec");
        JsonTree groups = spec.at("podGroupTemplates").exists() ? spec.at("podGroupTemplates") : spec.at("podGroups");
        int minimum = 0;
        for (JsonTree group : groups.elements()) {
            JsonTree policy = group.at("schedulingPolicy").exists() ? group.at("schedulingPolicy") : group.at("policy");
            minimum += policy.at("gang").number("minCount", 0);
        }
        JsonTree job = spec.at("controllerRef");
        Optional<ControllerRef> controller = job.text("name").isEmpty()
                ? PodDecoder.controller(workload.at("metadata").at("ownerReferences"))
                : Optional.of(new ControllerRef(job.text("apiGroup"), job.text("kind"), job.text("name"), ""));
        return seen(workload, controller, minimum > 0 ? OptionalInt.of(minimum) : OptionalInt.empty(), "", "", "");
    }

    /** Coscheduling of scheduler-plugins: apis/scheduling/v1alpha1/types.go. */
    static Change.GangSeen coscheduling(JsonTree group) {
        String phase = group.at("status").text("phase");
        return seen(
                group,
                PodDecoder.controller(group.at("metadata").at("ownerReferences")),
                group.at("spec").number("minMember"),
                "",
                "",
                said("coscheduling", BEFORE.contains(phase) ? Texts.of("GangDecoder.itsPodGroupIs", phase) : ""));
    }

    /** With the names that the items of a list leave out where they are no custom resources, and what is known of the kind. */
    static List<Change> named(Change.GangSeen seen, String apiVersion, String kind, WorkKinds kinds) {
        boolean named = !seen.kind().isEmpty();
        return List.of(new Change.GangSeen(
                named ? seen.apiVersion() : apiVersion,
                named ? seen.kind() : kind,
                seen.namespace(),
                seen.name(),
                seen.uid(),
                seen.controller(),
                seen.minimum(),
                seen.queueName(),
                seen.priorityClass(),
                seen.priority(),
                seen.reason(),
                kinds.work(apiVersion, kind),
                seen.cluster()));
    }

    private static Change.GangSeen seen(
            JsonTree gang,
            Optional<ControllerRef> controller,
            OptionalInt minimum,
            String queue,
            String priority,
            String reason) {
        return seen(gang, controller, minimum, queue, priority, reason, "");
    }

    private static Change.GangSeen seen(
            JsonTree gang,
            Optional<ControllerRef> controller,
            OptionalInt minimum,
            String queue,
            String priority,
            String reason,
            String cluster) {
        JsonTree metadata = gang.at("metadata");
        return new Change.GangSeen(
                gang.text("apiVersion"),
                gang.text("kind"),
                metadata.text("namespace"),
                metadata.text("name"),
                metadata.text("uid"),
                controller,
                minimum,
                queue,
                priority,
                gang.text("apiVersion").startsWith(KueueNames.GROUP + "/")
                        ? gang.at("spec").number("priority")
                        : OptionalInt.empty(),
                reason,
                WorkKind.UNKNOWN,
                cluster);
    }

    private static String said(String who, String reason) {
        return reason.isEmpty() ? "" : who + ": " + reason;
    }

    private static boolean isFalse(Condition condition) {
        return "False".equals(condition.status());
    }

    private static boolean holds(Condition condition) {
        return "True".equals(condition.status());
    }

    private static String words(Optional<Condition> condition) {
        return condition
                .map(one -> one.message().isEmpty() ? one.reason() : one.message())
                .orElse("");
    }
}
