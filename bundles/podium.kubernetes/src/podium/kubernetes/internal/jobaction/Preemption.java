// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kueue.KueueWorkloadReader;

/**
 * Whom Kueue may stop at once for a job that gets another priority: what its ClusterQueue has admitted with a lower one, where the queue
 * preempts within itself, and what others of its cohort have borrowed, where it takes that back (kueue
 * apis/kueue/v1beta1/clusterqueue_types.go, ClusterQueuePreemption).
 */
final class Preemption {
    private static final String GROUP = KueueNames.GROUP;
    private static final int NAMED = 5;

    private Preemption() {}

    /** The value of a WorkloadPriorityClass; 0 when it cannot be read. */
    static int value(JobTarget job, String className) throws IOException {
        for (JsonNode one : all(job, "workloadpriorityclasses", "WorkloadPriorityClass", "")) {
            if (Trees.text(one, "/metadata/name").equals(className)) {
                return one.path("value").asInt();
            }
        }
        return 0;
    }

    /** Whom it may cost their places, in words; empty: nobody. */
    static List<String> effects(JobTarget job, String className) throws IOException {
        String queue = job.label(KueueNames.QUEUE);
        String clusterQueue = "";
        for (JsonNode one : all(job, "localqueues", "LocalQueue", job.ref().namespace())) {
            if (Trees.text(one, "/metadata/name").equals(queue)) {
                clusterQueue = Trees.text(one, "/spec/clusterQueue");
            }
        }
        List<String> effects = new ArrayList<>();
        for (JsonNode one : all(job, "clusterqueues", "ClusterQueue", "")) {
            if (Trees.text(one, "/metadata/name").equals(clusterQueue)) {
                within(job, one, clusterQueue, value(job, className), effects);
            }
        }
        return effects;
    }

    private static void within(JobTarget job, JsonNode queue, String name, int priority, List<String> effects)
            throws IOException {
        if (Trees.text(queue, "/spec/preemption/withinClusterQueue").startsWith("LowerPriority")
                || Trees.text(queue, "/spec/preemption/withinClusterQueue").startsWith("LowerOrNewer")) {
            List<String> lower = new ArrayList<>();
            for (JsonNode workload : all(job, "workloads", "Workload", "")) {
                if (Trees.text(workload, "/status/admission/clusterQueue").equals(name)
                        && workload.path("spec").path("priority").asInt() < priority) {
                    lower.add(Trees.text(workload, "/metadata/namespace") + "/"
                            + Trees.text(workload, "/metadata/ownerReferences/0/name"));
                }
            }
            if (!lower.isEmpty()) {
                String more = lower.size() > NAMED ? " and " + (lower.size() - NAMED) + " more" : "";
                effects.add("Kueue may stop at once, to make room for it: "
                        + String.join(", ", lower.subList(0, Math.min(NAMED, lower.size()))) + more + ".");
            }
        }
        String cohort = Trees.text(queue, "/spec/preemption/reclaimWithinCohort");
        if (!cohort.isEmpty() && !cohort.equals("Never")) {
            effects.add("What others of its cohort have borrowed from " + name + " may be taken back for it.");
        }
    }

    private static List<JsonNode> all(JobTarget job, String resource, String kind, String namespace)
            throws IOException {
        for (String version : KueueWorkloadReader.VERSIONS) {
            List<JsonNode> found = job.list(new ObjectRef(GROUP, version, resource, kind, namespace, ""), "");
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
