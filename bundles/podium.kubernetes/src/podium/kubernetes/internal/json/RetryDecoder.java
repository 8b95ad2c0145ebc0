// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.retry.FailureRule;
import podium.core.retry.FailureRule.Action;
import podium.core.retry.UncountedLossRule;
import podium.core.retry.JobBackoffRule;
import podium.core.retry.PodLossRule;
import podium.core.retry.PodLossOutcome;
import podium.model.value.ControllerRef;

/** What a workload says of pods that it loses, and of workloads below it that fail. Kinds that make pods anew for ever say nothing. */
final class RetryDecoder {
    private static final String FACT = SchedulingObject.Retries.class.getSimpleName();
    /** pkg/apis/batch/v1/defaults.go. */
    private static final int BACKOFF_LIMIT = 6;

    private static final String JOB_CONTROLLER = "kubernetes.io/job-controller";

    private RetryDecoder() {}

    /** A decoder of a workload that also tells what it makes of a loss. */
    static ObjectDecoder with(String group, String kind, Function<JsonTree, List<Change>> meaning) {
        return new JsonTreeDecoder(
                object -> {
                    List<Change> changes = meaning.apply(object);
                    Optional<PodLossRule> rule = of(group, kind, object);
                    if (rule.isPresent()) {
                        changes = new ArrayList<>(changes);
                        changes.add(fact(object, rule.get()));
                    }
                    return changes;
                },
                object -> of(group, kind, object).isPresent() ? List.of(gone(object.at("metadata"))) : List.of());
    }

    private static Change fact(JsonTree object, PodLossRule rule) {
        JsonTree metadata = object.at("metadata");
        Optional<ControllerRef> owner = PodDecoder.controller(metadata.at("ownerReferences"));
        return new Change.FactSeen(new SchedulingObject.Retries(
                metadata.text("namespace"),
                metadata.text("uid"),
                owner.map(ControllerRef::uid).orElse(""),
                owner.map(ControllerRef::kind).orElse(""),
                rule));
    }

    private static Change gone(JsonTree metadata) {
        return new Change.Gone(FACT, metadata.text("namespace"), metadata.text("uid"), "");
    }

    /** The rule of an object; empty: its kind says nothing, or this kind is not known. */
    static Optional<PodLossRule> of(String group, String kind, JsonTree object) {
        JsonTree spec = object.at("spec");
        JsonTree status = object.at("status");
        return switch (group + "/" + kind) {
            case "batch/Job" -> Optional.of(job(spec, status));
            case "jobset.x-k8s.io/JobSet" -> Optional.of(OwnerRetries.jobSet(spec, status));
            case "trainer.kubeflow.org/TrainJob" ->
                Optional.of(new UncountedLossRule(PodLossOutcome.ENDS, "a TrainJob fails with its JobSet"));
            case "kubeflow.org/MPIJob" -> Optional.of(OwnerRetries.mpi(spec));
            case "kubeflow.org/PyTorchJob",
                    "kubeflow.org/TFJob",
                    "kubeflow.org/JAXJob",
                    "kubeflow.org/XGBoostJob",
                    "kubeflow.org/PaddleJob" -> Optional.of(OwnerRetries.kubeflow(kind, spec));
            case "kubeflow.org/Trial" -> Optional.of(new UncountedLossRule(PodLossOutcome.ENDS, "a trial fails with its job"));
            case "kubeflow.org/Experiment" -> Optional.of(OwnerRetries.experiment(spec, status));
            case "ray.io/RayCluster" -> Optional.of(OwnerRetries.rayCluster(object));
            case "ray.io/RayJob" -> Optional.of(OwnerRetries.rayJob(spec, status));
            case "batch.volcano.sh/Job" -> Optional.of(OwnerRetries.volcano(spec, status));
            case "leaderworkerset.x-k8s.io/LeaderWorkerSet" -> Optional.of(OwnerRetries.leaderWorkerSet(spec));
            case "argoproj.io/Workflow" -> Optional.of(OwnerRetries.workflow(spec));
            default -> Optional.empty();
        };
    }

    /** batch/v1 JobSpec and JobStatus; the server writes the default of backoffLimit, which is none where indexes count alone. */
    static PodLossRule job(JsonTree spec, JsonTree status) {
        String manager = spec.text("managedBy");
        if (!manager.isEmpty() && !manager.equals(JOB_CONTROLLER)) {
            return new UncountedLossRule(PodLossOutcome.MAY_END, "it is run by " + manager + ", whose rules are not known");
        }
        OptionalInt perIndex = spec.number("backoffLimitPerIndex");
        return new JobBackoffRule(
                spec.number("backoffLimit", perIndex.isPresent() ? Integer.MAX_VALUE : BACKOFF_LIMIT),
                status.number("failed", 0),
                perIndex,
                spec.number("maxFailedIndexes"),
                indexes(status.text("failedIndexes")),
                rules(spec.at("podFailurePolicy", "rules")));
    }

    private static List<FailureRule> rules(JsonTree rules) {
        List<FailureRule> read = new ArrayList<>();
        for (JsonTree rule : rules.elements()) {
            boolean disruption = rule.at("onPodConditions").elements().stream()
                    .anyMatch(on -> "DisruptionTarget".equals(on.text("type")) && !"False".equals(on.text("status")));
            Action action =
                    switch (rule.text("action")) {
                        case "FailJob" -> Action.FAIL_JOB;
                        case "FailIndex" -> Action.FAIL_INDEX;
                        case "Ignore" -> Action.IGNORE;
                        default -> Action.COUNT;
                    };
            read.add(new FailureRule(action, disruption, rule.at("onExitCodes").exists()));
        }
        return read;
    }

    /** How many indexes a text such as "1,3-5,7" names. */
    private static int indexes(String text) {
        long count = 0;
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            if (!part.isEmpty()) {
                long from = QuantityReader.clamp(ends[0]);
                count += ends.length < 2 ? 1 : Math.max(0, QuantityReader.clamp(ends[1]) - from) + 1;
            }
        }
        return (int) Math.min(count, Integer.MAX_VALUE);
    }
}
