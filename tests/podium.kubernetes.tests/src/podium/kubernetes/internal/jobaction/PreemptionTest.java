// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.operation.job.JobAction;

/** A plan for another priority names who may lose their places for it. */
class PreemptionTest {
    private static final String KUEUE = "kueue.x-k8s.io";

    private static Shelf shelf(String preemption) {
        Shelf shelf = new Shelf().queued(true);
        shelf.put(
                Shelf.ref(KUEUE, "v1beta1", "localqueues", "LocalQueue", "small"),
                "",
                ",\"spec\":{\"clusterQueue\":\"cq-small\"}");
        shelf.put(cluster("workloadpriorityclasses", "WorkloadPriorityClass", "urgent"), "", ",\"value\":100");
        queue(shelf, "cq-small", "lab", "0", preemption);
        queue(shelf, "cq-lent", "east", "2", "{}");
        queue(shelf, "cq-calm", "lab", "0", "{}");
        queue(shelf, "cq-far", "other", "4", "{}");
        shelf.put(cluster("cohorts", "Cohort", "east"), "", ",\"spec\":{\"parentName\":\"lab\"}");
        for (String one :
                List.of("cq-small/low:10", "cq-small/high:500", "cq-lent/lent:700", "cq-calm/calm:1", "cq-far/far:1")) {
            String[] parts = one.split("[/:]");
            shelf.put(
                    Shelf.ref(KUEUE, "v1beta1", "workloads", "Workload", "job-" + parts[1]),
                    ",\"ownerReferences\":[{\"uid\":\"u-" + parts[1] + "\",\"name\":\"" + parts[1] + "\"}]",
                    ",\"spec\":{\"priority\":" + parts[2] + "},\"status\":{\"admission\":{\"clusterQueue\":\""
                            + parts[0] + "\"}}");
        }
        return shelf;
    }

    private static ObjectRef cluster(String resource, String kind, String name) {
        return new ObjectRef(KUEUE, "v1beta1", resource, kind, "", name);
    }

    private static void queue(Shelf shelf, String name, String cohort, String borrowed, String preemption) {
        shelf.put(
                cluster("clusterqueues", "ClusterQueue", name),
                "",
                ",\"spec\":{\"cohort\":\"" + cohort + "\",\"preemption\":" + preemption
                        + "},\"status\":{\"flavorsReservation\":[{\"resources\":[{\"borrowed\":\"" + borrowed
                        + "\"}]}]}");
    }

    /** Nobody brings back what they did, so Enter does not do it; the last is of the class itself. */
    private static List<String> lost(String preemption) throws IOException {
        List<String> lost = shelf(preemption)
                .plan(Shelf.JOB, new JobAction.Priority("urgent"))
                .irreversible();
        return lost.subList(0, lost.size() - 1);
    }

    @Test
    void thoseOfALowerPriorityInTheSameQueueAreNamed() throws IOException {
        assertEquals(
                List.of("Kueue may stop at once, to make room for it: team/low."),
                lost("{\"withinClusterQueue\":\"LowerPriority\"}"));
    }

    @Test
    void thoseWhoBorrowInItsWholeCohortAreNamedWhateverTheirPriority() throws IOException {
        assertEquals(
                List.of("Kueue may take back for it what cq-lent borrowed from its cohort, and stop: team/lent."),
                lost("{\"reclaimWithinCohort\":\"Any\"}"));
        assertEquals(List.of(), lost("{\"reclaimWithinCohort\":\"LowerPriority\"}"));
    }

    @Test
    void nobodyIsNamedWhereTheQueueNeverPreempts() throws IOException {
        assertEquals(List.of(), lost("{\"withinClusterQueue\":\"Never\"}"));
    }

    @Test
    void aRolloutWithAHigherClassNamesWhomTheSchedulerMayEvict() throws IOException {
        Shelf shelf = new Shelf();
        ObjectRef web = Shelf.ref("apps", "v1", "deployments", "Deployment", "web");
        String pod = "\"containers\":[{\"resources\":{\"limits\":{\"nvidia.com/gpu\":\"1\"}}}]";
        shelf.put(
                web,
                "",
                ",\"spec\":{\"selector\":{\"matchLabels\":{\"app\":\"web\"}},\"template\":{\"spec\":{" + pod + "}}}");
        for (String one : List.of("top:1000:PreemptLowerPriority", "calm:1000:Never")) {
            String[] parts = one.split(":");
            shelf.put(
                    new ObjectRef("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", "", parts[0]),
                    "",
                    ",\"value\":" + parts[1] + ",\"preemptionPolicy\":\"" + parts[2] + "\"");
        }
        for (String one : List.of("mine:0:web", "low:0:other", "high:2000:other")) {
            String[] parts = one.split(":");
            shelf.put(
                    ObjectRef.pod("team", parts[0]),
                    ",\"labels\":{\"app\":\"" + parts[2] + "\"}",
                    ",\"spec\":{\"nodeName\":\"n1\",\"priority\":" + parts[1] + "," + pod + "}");
        }
        assertTrue(shelf.plan(web, new JobAction.Priority("top"))
                .effects()
                .contains("kube-scheduler may evict pods with a lower priority, to make room for its new ones:"
                        + " team/low."));
        assertEquals(
                1, shelf.plan(web, new JobAction.Priority("calm")).effects().size());
    }
}
