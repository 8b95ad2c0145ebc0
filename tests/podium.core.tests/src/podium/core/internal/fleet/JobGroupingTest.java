// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

class JobGroupingTest {
    private final FleetBench bench = new FleetBench();

    @Test
    void podsOfADeploymentAreTasksOfTheDeploymentThroughItsReplicaSet() {
        bench.show(
                Seen.workload("Deployment", "web", 2),
                Seen.workload("ReplicaSet", "web-1", 2, Seen.owner("Deployment", "web")),
                Seen.pod("web-1-a", TaskPhase.RUNNING, "", Seen.asks(0), Seen.owner("ReplicaSet", "web-1")));
        assertEquals(1, bench.cluster.getJobs().size());
        assertEquals("Deployment", bench.job("web").getKind());
        assertSame(bench.job("web"), bench.task("web-1-a").getJob());
    }

    @Test
    void aTaskMovesToItsRealJobWhenTheOwnersArriveLaterAndStaysTheSameObject() {
        bench.show(Seen.pod("web-1-a", TaskPhase.RUNNING, "", Seen.asks(0), Seen.owner("ReplicaSet", "web-1")));
        Task task = bench.task("web-1-a");
        assertEquals("ReplicaSet", task.getJob().getKind());
        bench.show(Seen.workload("ReplicaSet", "web-1", 2, Seen.owner("Deployment", "web")));
        assertEquals("web-1", task.getJob().getName());
        bench.show(Seen.workload("Deployment", "web", 2));
        assertEquals("web", task.getJob().getName());
        assertSame(task, bench.task("web-1-a"));
        assertEquals(1, bench.cluster.getJobs().size());
    }

    @Test
    void aJobMadeOfAnOwnerReferenceBecomesTheRealOneWithoutChangingItsObject() {
        bench.show(Seen.pod("train-0", TaskPhase.RUNNING, "", Seen.asks(8), Seen.owner("Job", "train")));
        Job job = bench.job("train");
        bench.show(Seen.workload("Job", "train", 4));
        assertSame(job, bench.job("train"));
        assertEquals(4, job.getWantedTasks());
    }

    @Test
    void aBarePodIsAJobOfKindPod() {
        bench.show(Seen.pod("notebook", TaskPhase.RUNNING, "", Seen.asks(1)));
        assertEquals("Pod", bench.job("notebook").getKind());
        assertEquals(1, bench.job("notebook").getWantedTasks());
        bench.show(Seen.gone("Pod", "notebook"));
        assertTrue(bench.cluster.getJobs().isEmpty());
    }

    @Test
    void podsThatAPodMakesAreOfItsJobInWhateverOrderTheyAreSeen() {
        List<Change> changes = new ArrayList<>(List.of(
                Seen.workload("SparkApplication", "etl", 3),
                Seen.pod("etl-driver", TaskPhase.RUNNING, "", Seen.asks(0), Seen.owner("SparkApplication", "etl")),
                Seen.pod("etl-1", TaskPhase.RUNNING, "", Seen.asks(1), Seen.owner("Pod", "etl-driver")),
                Seen.pod("etl-2", TaskPhase.RUNNING, "", Seen.asks(1), Seen.owner("Pod", "etl-driver"))));
        for (int turn = 0; turn < changes.size(); turn++) {
            FleetBench one = new FleetBench();
            one.show(changes.toArray(Change[]::new));
            assertEquals(1, one.cluster.getJobs().size());
            assertEquals(3, one.job("etl").getTasks().size());
            Collections.rotate(changes, 1);
        }
        bench.show(
                Seen.pod("submitted-1", TaskPhase.RUNNING, "", Seen.asks(1), Seen.owner("Pod", "submitted")),
                Seen.pod("submitted", TaskPhase.RUNNING, "", Seen.asks(0)));
        assertEquals(1, bench.cluster.getJobs().size(), "a driver that nothing controls is the job itself");
        assertEquals(2, bench.job("submitted").getTasks().size());
    }

    @Test
    void aMirrorPodOwnedByItsNodeIsAJobOfItsOwn() {
        bench.show(Seen.pod("kube-proxy-n1", TaskPhase.RUNNING, "", Seen.asks(0), Seen.owner("Node", "n1")));
        assertEquals("Pod", bench.job("kube-proxy-n1").getKind());
    }

    @Test
    void aWorkloadWithoutPodsIsAJobUntilItIsGone() {
        bench.show(Seen.workload("Job", "train", 4));
        assertEquals(1, bench.cluster.getJobs().size());
        Job job = bench.job("train");
        bench.show(Seen.gone("Job", "train"));
        assertTrue(bench.cluster.getJobs().isEmpty());
        assertNull(job.getCluster());
        assertTrue(bench.deltas.getLast().jobs().contains(job));
    }

    @Test
    void tasksOutliveTheirDeletedOwnerUntilTheyAreGoneThemselves() {
        bench.show(
                Seen.workload("Job", "train", 1),
                Seen.pod("train-0", TaskPhase.TERMINATING, "", Seen.asks(8), Seen.owner("Job", "train")),
                Seen.gone("Job", "train"));
        assertEquals(JobState.STOPPING, bench.job("train").getState());
        bench.show(Seen.gone("Pod", "train-0"));
        assertTrue(bench.cluster.getJobs().isEmpty());
    }

    @Test
    void childrenOfADeletedWorkloadBecomeJobsOfTheirOwn() {
        bench.show(
                Seen.workload("JobSet", "set", 2),
                Seen.workload("Job", "set-a", 1, Seen.owner("JobSet", "set")),
                Seen.pod("set-a-0", TaskPhase.RUNNING, "", Seen.asks(1), Seen.owner("Job", "set-a")),
                Seen.gone("JobSet", "set"));
        assertEquals("set-a", bench.task("set-a-0").getJob().getName());
        assertEquals(1, bench.cluster.getJobs().size());
    }

    @Test
    void whateverTheOrderOfArrivalTheSameTasksAreInTheSameJobs() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            changes.add(Seen.workload("JobSet", "set" + i, 4));
            for (int j = 0; j < 3; j++) {
                String job = "set" + i + "-" + j;
                changes.add(Seen.workload("Job", job, 2, Seen.owner("JobSet", "set" + i)));
                for (int k = 0; k < 2; k++) {
                    changes.add(
                            Seen.pod(job + "-" + k, TaskPhase.RUNNING, "n" + k, Seen.asks(1), Seen.owner("Job", job)));
                }
            }
            changes.add(Seen.gpuNode("n" + i, 8, "topology.kubernetes.io/zone", "z" + i % 2));
        }
        String expected = picture(new FleetBench().show(changes));
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Collections.shuffle(changes, random);
            FleetBench other = new FleetBench();
            for (int i = 0; i < changes.size(); i += 7) {
                other.show(changes.subList(i, Math.min(i + 7, changes.size())));
            }
            assertEquals(expected, picture(other));
        }
    }

    @Test
    void seeingTheSameAgainTouchesNothing() {
        Change[] all = {
            Seen.gpuNode("n1", 8, "topology.kubernetes.io/zone", "z"),
            Seen.workload("Job", "train", 1),
            Seen.pod("train-0", TaskPhase.RUNNING, "n1", Seen.asks(8), Seen.owner("Job", "train"))
        };
        bench.show(all);
        int before = bench.deltas.size();
        bench.show(all);
        assertEquals(before, bench.deltas.size());
    }

    private static String picture(FleetBench bench) {
        TreeMap<String, TreeSet<String>> jobs = new TreeMap<>();
        for (Job job : bench.cluster.getJobs()) {
            TreeSet<String> tasks = new TreeSet<>();
            job.getTasks()
                    .forEach(task -> tasks.add(task.getName() + "@"
                            + (task.getNode() == null ? "" : task.getNode().getName())));
            jobs.put(job.getKind() + " " + job.getName() + " " + job.getState(), tasks);
        }
        TreeSet<String> domains = new TreeSet<>();
        bench.cluster
                .getNodes()
                .forEach(node ->
                        domains.add(node.getName() + "@" + node.getDomain().getName()));
        return jobs + " " + domains;
    }
}
