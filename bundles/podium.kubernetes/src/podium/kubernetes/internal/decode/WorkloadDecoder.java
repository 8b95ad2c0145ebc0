// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.KueueNames;
import podium.core.change.Change;
import podium.core.fleet.Holdings;
import podium.core.job.DefaultReason;
import podium.core.job.GangLoss;
import podium.core.job.PinLabels;
import podium.kubernetes.internal.json.ApiTimes;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.WorkKinds;
import podium.kubernetes.internal.json.WorkloadReader;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.model.value.Condition;
import podium.model.value.Conditions;
import podium.model.value.Labels;
import podium.model.value.TaskGroup;
import podium.model.value.TaskSpec;

/** A workload object of any kind; what differs between kinds is its {@link WorkloadShape}. */
record WorkloadDecoder(WorkloadReader kind, WorkKinds kinds, TaskSpecs specs)
        implements Function<JsonTree, List<Change>> {
    private static final List<String> QUEUES = List.of(
            KueueNames.QUEUE,
            "scheduling.volcano.sh/queue-name",
            "kai.scheduler/queue",
            "runai/queue",
            "scheduling.run.ai/queue");
    /** Labels and annotations by which GitOps tools mark what they write. */
    private static final List<String> GITOPS = List.of(
            "app.kubernetes.io/managed-by",
            "argocd.argoproj.io/instance",
            "argocd.argoproj.io/tracking-id",
            "kustomize.toolkit.fluxcd.io/name",
            "helm.toolkit.fluxcd.io/name",
            "meta.helm.sh/release-name");

    /** Annotations in which the job itself tells something, or Podium of it. */
    private static final List<String> TOLD = List.of(GangLoss.CHECKPOINT, PinLabels.MARK);

    /** The group that speaks for a job of unlike ones: what asks for most devices is hardest to place. */
    private static final Comparator<TaskGroup> ASKS_MOST =
            Comparator.comparingInt((TaskGroup group) -> devices(group.spec())).thenComparingInt(TaskGroup::tasks);

    private static final List<String> DONE =
            List.of("Complete", "Completed", "Succeeded", "Failed", "Finished", "JobFailed");
    private static final List<String> TROUBLE = List.of("Failed", "FailureTarget", "ReplicaFailure", "Stalled");
    /** Conditions whose falsehood explains a wait, in words. */
    private static final List<String> BLOCKED = List.of("Progressing", "PodsReady", "Ready", "Available", "Admitted");

    @Override
    public List<Change> apply(JsonTree object) {
        JsonTree metadata = object.at("metadata");
        JsonTree status = object.at("status");
        WorkloadShape read = kind.shape(object);
        Conditions conditions = conditions(object);
        List<String> unread = new ArrayList<>(UnreadTerms.ofWorkload(metadata));
        unread.addAll(read.unread());
        List<TaskGroup> groups = groups(read, unread);
        Optional<TaskSpec> template = read.template().exists() && groups.isEmpty()
                ? Optional.of(specs.read(read.template(), unread))
                : groups.stream().max(ASKS_MOST).map(TaskGroup::spec);
        String apiVersion = object.text("apiVersion").isEmpty() ? kind.name().apiVersion() : object.text("apiVersion");
        return List.of(new Change.WorkloadSeen(
                apiVersion,
                kind.name().kind(),
                metadata.text("namespace"),
                metadata.text("name"),
                metadata.text("uid"),
                metadata.at("labels").labels(),
                PodDecoder.controller(metadata.at("ownerReferences"), kinds),
                read.suspended(),
                read.wanted(),
                read.minimum(),
                template,
                queue(metadata, read),
                priorityClass(object, read),
                reason(status, conditions, read.suspended(), kind.saysWhyNot()),
                conditions,
                managers(metadata),
                metadata.time("creationTimestamp"),
                first(status.time("startTime"), status.time("startedAt")),
                finished(status, conditions),
                kinds.work(apiVersion, kind.name().kind()),
                groups,
                kind.ownState(object),
                // of JobSet and of Volcano
                status.number("restarts", status.number("retryCount", 0))));
    }

    private Conditions conditions(JsonTree object) {
        Conditions told = NodeDecoder.conditions(object.at("status", "conditions"));
        List<Condition> ended = kind.ended(object);
        if (ended.isEmpty()) {
            return told;
        }
        List<Condition> all = new ArrayList<>(ended);
        told.all().stream()
                .filter(condition -> !DONE.contains(condition.type()))
                .forEach(all::add);
        return new Conditions(all);
    }

    /** Its unlike groups; none where all pods ask for the same. */
    private List<TaskGroup> groups(WorkloadShape shape, List<String> unread) {
        List<TaskGroup> groups = shape.groups().stream()
                .filter(group -> group.pods() > 0 && group.template().exists())
                .map(group -> new TaskGroup(
                        group.name(), group.pods(), specs.read(group.template(), unread), Labels.of(group.marks())))
                .toList();
        return groups.stream().map(TaskGroup::spec).distinct().count() > 1 ? groups : List.of();
    }

    private static int devices(TaskSpec spec) {
        return Holdings.asked(spec)
                + Holdings.shares(spec)
                + (spec.resourceClaims().isEmpty() ? 0 : 1);
    }

    private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : one;
    }

    private static String queue(JsonTree metadata, WorkloadShape shape) {
        for (String part : List.of("labels", "annotations")) {
            for (String key : QUEUES) {
                String name = metadata.at(part).text(key);
                if (!name.isEmpty()) {
                    return name;
                }
            }
        }
        return shape.queue();
    }

    private static String priorityClass(JsonTree object, WorkloadShape shape) {
        String kueue = object.at("metadata", "labels").text(KueueNames.PRIORITY);
        String own = object.at("spec").text("priorityClassName");
        return !kueue.isEmpty()
                ? kueue
                : own.isEmpty() ? shape.template().at("spec").text("priorityClassName") : own;
    }

    private static String reason(JsonTree status, Conditions conditions, boolean suspended, boolean whyNot) {
        for (String type : TROUBLE) {
            if (conditions.holds(type)) {
                return conditions.get(type).map(WorkloadDecoder::words).orElse("");
            }
        }
        if (suspended) {
            return DefaultReason.SUSPENDED;
        }
        for (String type : whyNot ? BLOCKED : List.<String>of()) {
            Optional<Condition> condition =
                    conditions.get(type).filter(candidate -> "False".equals(candidate.status()));
            if (condition.isPresent()) {
                return words(condition.get());
            }
        }
        return status.text("message");
    }

    private static String words(Condition condition) {
        return condition.message().isEmpty() ? condition.reason() : condition.message();
    }

    private static @Nullable Instant finished(JsonTree status, Conditions conditions) {
        Instant told = first(status.time("completionTime"), status.time("finishedAt"));
        if (told != null) {
            return told;
        }
        for (String type : DONE) {
            if (conditions.holds(type)) {
                return conditions
                        .get(type)
                        .map(Condition::since)
                        .map(ApiTimes::parse)
                        .orElse(null);
            }
        }
        return null;
    }

    /** Who writes it: field manager to operation, GitOps mark and what the job tells of itself to its value. */
    private static Labels managers(JsonTree metadata) {
        Map<String, String> managers = new TreeMap<>();
        for (JsonTree entry : metadata.at("managedFields").elements()) {
            String manager = entry.text("manager");
            if (!manager.isEmpty() && entry.text("subresource").isEmpty()) {
                managers.put(manager, entry.text("operation"));
            }
        }
        for (String key : TOLD) {
            String value = metadata.at("annotations").text(key);
            if (!value.isEmpty()) {
                managers.put(key, value);
            }
        }
        for (String key : GITOPS) {
            for (String part : List.of("labels", "annotations")) {
                String value = metadata.at(part).text(key);
                if (!value.isEmpty()) {
                    managers.put(key, value);
                }
            }
        }
        return Labels.of(managers);
    }
}
