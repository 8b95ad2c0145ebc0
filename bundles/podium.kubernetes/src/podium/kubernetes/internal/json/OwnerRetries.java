// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import podium.core.retry.UncountedLossRule;
import podium.core.retry.PodLossRule;
import podium.core.retry.PodLossOutcome;

/** What the kinds of operators make of a lost pod, or of a Job of theirs that has failed. */
final class OwnerRetries {
    /** The kinds whose replicas are restarted unless they say otherwise (kubeflow apis/kubeflow.org/v1, DefaultRestartPolicy). */
    private static final Set<String> RESTARTED = Set.of("PyTorchJob", "PaddleJob", "JAXJob");
    /** Volcano's event of any kind (volcano pkg/apis/bus/v1alpha1/events.go). */
    private static final Set<String> VOLCANO_LOSS = Set.of("*", "PodEvicted", "PodFailed");

    private OwnerRetries() {}

    /** jobset pkg/controllers/failure_policy.go: without a policy a failed Job fails the set; else maxRestarts counts. */
    static PodLossRule jobSet(JsonTree spec, JsonTree status) {
        JsonTree policy = spec.at("failurePolicy");
        if (!policy.exists()) {
            return new UncountedLossRule(PodLossOutcome.ENDS, "a JobSet without failurePolicy fails with its first failed Job");
        }
        int most = policy.number("maxRestarts", 0);
        int done = status.number("restartsCountTowardsMax", status.number("restarts", 0));
        boolean left = done < most;
        UncountedLossRule counted = left
                ? new UncountedLossRule(PodLossOutcome.RESTARTS, "restart " + (done + 1) + " of maxRestarts " + most)
                : new UncountedLossRule(
                        PodLossOutcome.ENDS, "maxRestarts is " + most + (done == 0 ? "" : " with " + done + " done already"));
        List<JsonTree> rules = policy.at("rules").elements();
        if (rules.isEmpty()) {
            return counted;
        }
        boolean harmless = left && rules.stream().noneMatch(rule -> "FailJobSet".equals(rule.text("action")));
        boolean fatal = !left && rules.stream().allMatch(rule -> "FailJobSet".equals(rule.text("action")));
        return harmless || fatal
                ? counted
                : new UncountedLossRule(PodLossOutcome.MAY_END, "which rule of its failurePolicy holds is not known beforehand");
    }

    /**
     * kubeflow training-operator pkg/controller.v1/common/pod.go, pytorch/pytorchjob_controller.go: a running pod that is being
     * deleted counts as a failed replica; with restartPolicy Never that fails the job. A replica of ExitCode is restarted when the
     * code is 128 or more, which nobody knows beforehand.
     */
    static PodLossRule kubeflow(String kind, JsonTree spec) {
        if (spec.at("runPolicy").number("backoffLimit", 1) == 0) {
            return new UncountedLossRule(PodLossOutcome.ENDS, "backoffLimit is 0");
        }
        List<String> policies = new ArrayList<>();
        spec.fields((name, roles) -> {
            if (name.endsWith("ReplicaSpecs")) {
                roles.fields((role, replica) -> policies.add(replica.text("restartPolicy")));
            }
        });
        String usual = RESTARTED.contains(kind) ? "OnFailure" : "Never";
        policies.replaceAll(policy -> policy.isEmpty() ? usual : policy);
        if (!policies.isEmpty() && policies.stream().allMatch("Never"::equals)) {
            return new UncountedLossRule(PodLossOutcome.ENDS, "restartPolicy is Never");
        } else if (policies.contains("Never")) {
            return new UncountedLossRule(PodLossOutcome.MAY_END, "restartPolicy of some of its replicas is Never");
        } else if (policies.contains("ExitCode")) {
            return new UncountedLossRule(PodLossOutcome.MAY_END, "restartPolicy is ExitCode: a code below 128 ends it");
        }
        return spec.at("runPolicy").number("backoffLimit").isPresent()
                ? new UncountedLossRule(PodLossOutcome.MAY_END, "how much of its backoffLimit is used is known to its operator alone")
                : UncountedLossRule.REPLACES;
    }

    /**
     * mpi-operator pkg/controller/mpi_job_controller.go: a worker is made anew, but mpirun ends with it, and that is a failure of the
     * launcher, a Job with the backoffLimit of runPolicy, with which the MPIJob fails.
     */
    static PodLossRule mpi(JsonTree spec) {
        return spec.at("runPolicy").number("backoffLimit", 6) == 0
                ? new UncountedLossRule(PodLossOutcome.ENDS, "its launcher fails with a lost worker, and backoffLimit is 0")
                : new UncountedLossRule(
                        PodLossOutcome.MAY_END, "its launcher fails with a lost worker, which counts toward its backoffLimit");
    }

    /** katib pkg/controller.v1beta1/experiment/util/status_util.go: failed when more trials failed than it allows. */
    static PodLossRule experiment(JsonTree spec, JsonTree status) {
        int failed = status.number("trialsFailed", 0);
        int most = spec.number("maxFailedTrialCount", Integer.MAX_VALUE);
        return failed + 1L > most
                ? new UncountedLossRule(PodLossOutcome.ENDS, "maxFailedTrialCount is " + most + " with " + failed + " failed already")
                : new UncountedLossRule(PodLossOutcome.REPLACED, "one trial of the experiment fails");
    }

    /** KubeRay makes pods of a cluster anew; a job that runs on it ends with its head (GCS without fault tolerance). */
    static PodLossRule rayCluster(JsonTree cluster) {
        boolean ofJob = PodDecoder.controller(cluster.at("metadata", "ownerReferences"))
                .filter(owner -> owner.kind().equals("RayJob"))
                .isPresent();
        return ofJob
                ? new UncountedLossRule(
                        PodLossOutcome.MAY_END, "a job on Ray fails with its head, and with tasks that may not be retried")
                : UncountedLossRule.REPLACES;
    }

    /** KubeRay apis/ray/v1/rayjob_types.go: backoffLimit is how often it is tried again, each time on a new cluster. */
    static PodLossRule rayJob(JsonTree spec, JsonTree status) {
        int most = spec.number("backoffLimit", 0);
        int failed = status.number("failed", 0);
        return failed < most
                ? new UncountedLossRule(PodLossOutcome.RESTARTS, "try " + (failed + 1) + " of backoffLimit " + most)
                : new UncountedLossRule(
                        PodLossOutcome.ENDS,
                        "backoffLimit is " + most + (failed == 0 ? "" : " with " + failed + " failed already"));
    }

    /**
     * volcano pkg/controllers/job/job_controller_util.go, applyPolicies: without a policy for it a lost pod is made anew (SyncJob);
     * restarting the job is tried maxRetry times (state/restarting.go).
     */
    static PodLossRule volcano(JsonTree spec, JsonTree status) {
        List<JsonTree> policies = new ArrayList<>(spec.at("policies").elements());
        spec.at("tasks")
                .elements()
                .forEach(task -> policies.addAll(task.at("policies").elements()));
        boolean restarts = false;
        for (JsonTree policy : policies) {
            List<String> events = new ArrayList<>(policy.at("events").texts());
            events.add(policy.text("event"));
            if (events.stream().anyMatch(VOLCANO_LOSS::contains)) {
                switch (policy.text("action")) {
                    case "AbortJob", "TerminateJob", "CompleteJob" -> {
                        return new UncountedLossRule(PodLossOutcome.ENDS, "its policy says " + policy.text("action"));
                    }
                    case "RestartJob" -> restarts = true;
                    default -> {}
                }
            }
        }
        int most = spec.number("maxRetry", 3);
        int done = status.number("retryCount", 0);
        if (!restarts) {
            return UncountedLossRule.REPLACES;
        }
        return done < most
                ? new UncountedLossRule(PodLossOutcome.RESTARTS, "try " + (done + 1) + " of maxRetry " + most)
                : new UncountedLossRule(PodLossOutcome.ENDS, "maxRetry is " + most + " with " + done + " done already");
    }

    /** lws pkg/controllers/pod_controller.go: it never fails; by default the group of a lost pod is made anew. */
    static PodLossRule leaderWorkerSet(JsonTree spec) {
        return "None".equals(spec.at("leaderWorkerTemplate").text("restartPolicy"))
                ? UncountedLossRule.REPLACES
                : new UncountedLossRule(PodLossOutcome.RESTARTS, "restartPolicy: the whole group is made anew");
    }

    /**
     * argo-workflows workflow/controller/operator.go: a deleted pod is an Error of its step, which only retryPolicy OnError or
     * Always tries again (the default is OnFailure).
     */
    static PodLossRule workflow(JsonTree spec) {
        List<JsonTree> strategies =
                new ArrayList<>(List.of(spec.at("retryStrategy"), spec.at("templateDefaults", "retryStrategy")));
        spec.at("templates").elements().forEach(template -> strategies.add(template.at("retryStrategy")));
        boolean some = strategies.stream()
                .map(strategy -> strategy.text("retryPolicy"))
                .anyMatch(policy -> policy.equals("Always") || policy.equals("OnError"));
        return some
                ? new UncountedLossRule(
                        PodLossOutcome.MAY_END,
                        "its retryStrategy tries a lost pod again only so often, and not in every step")
                : new UncountedLossRule(PodLossOutcome.MAY_END, "no retryStrategy tries a lost pod again: its step fails");
    }
}
