// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import podium.core.api.KueueNames;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.texts.Texts;

/**
 * Whom Kueue may stop at once for a job that gets another priority: what its ClusterQueue has admitted with a lower one, where the queue
 * preempts within itself, and what the queues of its cohort that borrow have admitted, where it takes that back (kueue
 * apis/kueue/v1beta1/clusterqueue_types.go, ClusterQueuePreemption; pkg/scheduler/preemption/preemption.go, findCandidates).
 */
final class Preemption {
    private static final int NAMED = 5;

    private Preemption() {}

    /** The value of a WorkloadPriorityClass; 0 when it cannot be read. */
    static int value(JobTarget job, String className) throws IOException {
        for (JsonNode one : KueueFields.all(job, "workloadpriorityclasses", "WorkloadPriorityClass", "")) {
            if (Trees.text(one, "/metadata/name").equals(className)) {
                return one.path("value").asInt();
            }
        }
        return 0;
    }

    /** Whom it may cost their places, in words; empty: nobody. */
    static List<String> lost(JobTarget job, String className) throws IOException {
        String queue = job.label(KueueNames.QUEUE);
        String name = "";
        for (JsonNode one :
                KueueFields.all(job, "localqueues", "LocalQueue", job.ref().namespace())) {
            if (Trees.text(one, "/metadata/name").equals(queue)) {
                name = Trees.text(one, "/spec/clusterQueue");
            }
        }
        Map<String, JsonNode> queues = new TreeMap<>();
        for (JsonNode one : KueueFields.all(job, "clusterqueues", "ClusterQueue", "")) {
            queues.put(Trees.text(one, "/metadata/name"), one);
        }
        JsonNode own = queues.get(name);
        if (own == null) {
            return List.of();
        }
        int priority = value(job, className);
        List<String> lost = new ArrayList<>();
        String within = Trees.text(own, "/spec/preemption/withinClusterQueue");
        if (!within.isEmpty() && !within.equals("Never")) {
            String queueName = name;
            named(
                    admitted(job, queueName::equals, within.equals("LowerPriority") ? priority - 1 : priority),
                    names -> Texts.of("Preemption.kueueMayStopAtOnce", names),
                    lost);
        }
        String cohort = Trees.text(own, "/spec/preemption/reclaimWithinCohort");
        if (!cohort.isEmpty() && !cohort.equals("Never")) {
            Set<String> borrowers = borrowers(job, queues, name);
            int most = cohort.equals("Any") ? Integer.MAX_VALUE : priority - 1;
            named(
                    admitted(job, borrowers::contains, most),
                    names -> Texts.of("Preemption.kueueMayTakeBack", String.join(", ", borrowers), names),
                    lost);
        }
        return lost;
    }

    private static void named(List<String> stopped, UnaryOperator<String> words, List<String> lost) {
        if (!stopped.isEmpty()) {
            lost.add(words.apply(Counted.named(stopped, NAMED)));
        }
    }

    /** Jobs that hold a place in such a queue, with at most this priority. */
    private static List<String> admitted(JobTarget job, Predicate<String> queue, int most) throws IOException {
        List<String> found = new ArrayList<>();
        for (JsonNode workload : KueueFields.all(job, "workloads", "Workload", "")) {
            JsonNode owner = workload.at("/metadata/ownerReferences/0");
            boolean itself = owner.path("uid").asText().equals(job.uid());
            if (!itself
                    && queue.test(Trees.text(workload, "/status/admission/clusterQueue"))
                    && workload.path("spec").path("priority").asInt() <= most) {
                found.add(Trees.text(workload, "/metadata/namespace") + "/"
                        + owner.path("name").asText(Trees.text(workload, "/metadata/name")));
            }
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    /** The queues of its whole cohort that use more than is theirs. */
    private static Set<String> borrowers(JobTarget job, Map<String, JsonNode> queues, String name) throws IOException {
        Map<String, String> parents = new TreeMap<>();
        for (JsonNode one : KueueFields.all(job, "cohorts", "Cohort", "")) {
            String parent = Trees.text(one, "/spec/parentName");
            parents.put(Trees.text(one, "/metadata/name"), parent.isEmpty() ? Trees.text(one, "/spec/parent") : parent);
        }
        String root = root(queues.getOrDefault(name, Trees.object()), parents);
        Set<String> borrowers = new TreeSet<>();
        queues.forEach((other, queue) -> {
            boolean borrows = queue.path("status").path("flavorsReservation").findValuesAsText("borrowed").stream()
                    .anyMatch(amount -> !amount.isEmpty() && !amount.equals("0"));
            if (!other.equals(name)
                    && borrows
                    && !root.isEmpty()
                    && root(queue, parents).equals(root)) {
                borrowers.add(other);
            }
        });
        return borrowers;
    }

    /** The outermost cohort of a queue; empty: it is in none. Cohorts in a circle end the walk. */
    private static String root(JsonNode queue, Map<String, String> parents) {
        String own = Trees.text(queue, "/spec/cohort");
        String at = own.isEmpty() ? Trees.text(queue, "/spec/cohortName") : own;
        for (int i = 0; i < parents.size(); i++) {
            String above = parents.getOrDefault(at, "");
            if (above.isEmpty()) {
                return at;
            }
            at = above;
        }
        return at;
    }
}
