// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.metrics.ExporterReader.RunningPod;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;

class MirroredPodsTest {
    private static final ClusterId CLUSTER = new ClusterId("c");
    private final FakeFleet fleet = new FakeFleet("c").with("n1").with("n2");
    private final Cluster cluster = fleet.cluster(CLUSTER).orElseThrow();

    private Task task(Job job, String name, int node, TaskPhase phase, String app) {
        Task task = FleetFactory.INSTANCE.createTask();
        task.setNamespace("gpu-operator");
        task.setName(name);
        task.setLabels(Labels.of("app", app));
        task.setPhase(phase);
        Node on = cluster.getNodes().get(node);
        task.setNode(on);
        job.getTasks().add(task);
        return task;
    }

    private Job job() {
        Job job = FleetFactory.INSTANCE.createJob();
        cluster.getJobs().add(job);
        return job;
    }

    @Test
    void thoseThatRunOfTheJobsThatAreWanted() throws IOException {
        Job exporters = job();
        task(exporters, "dcgm-1", 0, TaskPhase.RUNNING, "dcgm-exporter")
                .setController(TestKinds.controller("apps/v1", "DaemonSet", "dcgm", "uid-1"));
        task(exporters, "dcgm-2", 1, TaskPhase.PENDING, "dcgm-exporter");
        task(job(), "static", 1, TaskPhase.RUNNING, "dcgm-exporter");
        task(job(), "web", 1, TaskPhase.RUNNING, "web");
        job();
        assertEquals(
                List.of(
                        new RunningPod("gpu-operator", "dcgm-1", "n1", Labels.of("app", "dcgm-exporter"), "uid-1"),
                        new RunningPod("gpu-operator", "static", "n2", Labels.of("app", "dcgm-exporter"), "")),
                new MirroredPods(fleet, CLUSTER).matching((name, labels) -> labels.is("app", "dcgm-exporter")));
    }

    @Test
    void aClusterThatIsNotThereHasNone() throws IOException {
        assertEquals(List.of(), new MirroredPods(fleet, new ClusterId("d")).matching((name, labels) -> true));
    }
}
