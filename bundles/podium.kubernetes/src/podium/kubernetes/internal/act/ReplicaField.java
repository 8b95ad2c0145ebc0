// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.act;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import podium.core.api.KueueNames;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.internal.plan.TestedPatch;
import podium.operation.plan.Step;

/**
 * Where a kind keeps its number of replicas.
 *
 * @param now the number
 * @param write sets it to a number, with the write that takes it back
 * @param unit what is counted: pods, workers, groups
 * @param observed JSON pointer to the number its controller has reached; empty: none is told
 */
record ReplicaField(int now, Setter write, String unit, String observed) {
    private static final List<String> REPLICAS = List.of("spec", "replicas");

    /** Makes the write. */
    interface Setter {
        Step.Write to(int replicas);
    }

    /** The field of the job's kind; empty: it cannot be scaled. */
    static Optional<ReplicaField> of(Target job) throws Refusal {
        if (job.ref().group().equals("apps") && !job.ref().kind().equals("DaemonSet")) {
            return Optional.of(plain(job, "pods", "/status/replicas"));
        } else if (job.is("leaderworkerset.x-k8s.io", "LeaderWorkerSet")) {
            return Optional.of(plain(job, "groups", "/status/replicas"));
        } else if (job.is("batch", "Job")) {
            return Optional.of(parallelism(job));
        } else if (job.is("serving.kserve.io", "InferenceService")) {
            return Optional.of(inference(job));
        } else if (job.is("ray.io", "RayCluster")) {
            return Optional.of(element(job, "workerGroupSpecs", "groupName", "workers"));
        } else if (job.is("batch.volcano.sh", "Job")) {
            return Optional.of(element(job, "tasks", "name", "pods"));
        }
        return Optional.empty();
    }

    private static ReplicaField plain(Target job, String unit, String observed) {
        int now = job.object().path("spec").path("replicas").asInt(1);
        return new ReplicaField(now, to -> merged(job, now, to, REPLICAS), unit, observed);
    }

    /**
     * A Job's parallelism. Completions are immutable, but for an Indexed Job where both are equal and change together
     * (elastic indexed Jobs, KEP-3715).
     */
    private static ReplicaField parallelism(Target job) throws Refusal {
        List<String> path = List.of("spec", "parallelism");
        int now = job.object().path("spec").path("parallelism").asInt(1);
        if (!job.label(KueueNames.QUEUE).isEmpty()) {
            throw new Refusal(
                    job.name() + " was admitted by Kueue with this many pods.",
                    "Submit it anew with another number, or use Kueue's partial admission.");
        }
        boolean elastic = Trees.text(job.object(), "/spec/completionMode").equals("Indexed")
                && job.object().path("spec").path("completions").asInt(-1) == now;
        return new ReplicaField(
                now,
                to -> {
                    if (!elastic) {
                        return merged(job, now, to, path);
                    }
                    return write(job, now, to, both(to), both(now));
                },
                "pods",
                "");
    }

    private static ObjectNode both(int number) {
        ObjectNode patch = Trees.object();
        patch.putObject("spec").put("parallelism", number).put("completions", number);
        return patch;
    }

    /** KServe scales between two bounds (component_types: minReplicas, maxReplicas): the lower one is set, the upper one kept above it. */
    private static ReplicaField inference(Target job) {
        int now =
                job.object().path("spec").path("predictor").path("minReplicas").asInt(1);
        int most =
                job.object().path("spec").path("predictor").path("maxReplicas").asInt(0);
        return new ReplicaField(
                now,
                to -> write(job, now, to, bounds(to, most == 0 ? 0 : Math.max(most, to)), bounds(now, most)),
                "replicas at least",
                "");
    }

    private static ObjectNode bounds(int least, int most) {
        ObjectNode patch = Trees.object();
        ObjectNode predictor = patch.putObject("spec").putObject("predictor");
        predictor.put("minReplicas", least);
        if (most > 0) {
            predictor.put("maxReplicas", most);
        }
        return patch;
    }

    /** The number of the one element of a list: which of several is meant cannot be told from a number. */
    private static ReplicaField element(Target job, String list, String nameField, String unit) throws Refusal {
        int count = job.object().path("spec").path(list).size();
        if (count != 1) {
            throw new Refusal(
                    job.name() + " has " + count + " " + list + "; a number alone does not say which is meant.",
                    "Change spec." + list + " in its manifest.");
        }
        var only = job.object().path("spec").path(list).path(0);
        int now = only.path("replicas").asInt(1);
        String at = "/spec/" + list + "/0/";
        return new ReplicaField(
                now,
                to -> {
                    TestedPatch patch = new TestedPatch(job.object())
                            .guard(at + nameField)
                            .set(at + "replicas", IntNode.valueOf(to));
                    return new Step.Write(
                            job.operations(patch.there(), words(job, now, to)),
                            Optional.of(job.operations(patch.back(), words(job, to, now))));
                },
                unit,
                "");
    }

    private static Step.Write merged(Target job, int now, int to, List<String> path) {
        return write(job, now, to, Target.tree(path, IntNode.valueOf(to)), Target.tree(path, IntNode.valueOf(now)));
    }

    private static Step.Write write(Target job, int now, int to, ObjectNode there, ObjectNode back) {
        return new Step.Write(job.merge(there, words(job, now, to)), Optional.of(job.merge(back, words(job, to, now))));
    }

    private static String words(Target job, int from, int to) {
        return "Scale " + job.name() + " from " + from + " to " + to;
    }
}
