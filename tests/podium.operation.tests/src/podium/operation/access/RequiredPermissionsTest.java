// SPDX-License-Identifier: Apache-2.0
package podium.operation.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.core.api.Permission;
import podium.core.testkit.TestKinds;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

class RequiredPermissionsTest {
    private static final Permission NODES = new Permission("patch", "", "nodes", "", "");
    private final Node node = FleetFactory.INSTANCE.createNode();

    private static Job job(String apiVersion, String kind, String namespace) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setApiVersion(apiVersion);
        job.setKind(kind);
        job.setWork(TestKinds.of(kind));
        job.setNamespace(namespace);
        job.setName("train");
        return job;
    }

    private Task task(Job job, TaskPhase phase) {
        Task task = FleetFactory.INSTANCE.createTask();
        task.setNamespace(job.getNamespace());
        task.setPhase(phase);
        task.setController(TestKinds.controller(job.getApiVersion(), job.getKind(), job.getName(), "u"));
        job.getTasks().add(task);
        task.setNode(node);
        return task;
    }

    private static Permission evict(String namespace) {
        return new Permission("create", "", "pods", "eviction", namespace);
    }

    private static Permission of(String verb, String group, String resource) {
        return new Permission(verb, group, resource, "", "research");
    }

    @Test
    void aCordonNeedsTheNodesOnly() {
        assertEquals(Set.of(NODES), RequiredPermissions.toCordon());
        assertEquals(Set.of(NODES), RequiredPermissions.toDrain(List.of(node)), "a drain of an empty node is a cordon");
    }

    @Test
    void aDrainNeedsEvictionsOnceInEachNamespaceThatHasPodsToEvict() {
        Job research = job("batch/v1", "Job", "research");
        task(research, TaskPhase.RUNNING);
        task(research, TaskPhase.RUNNING);
        task(job("apps/v1", "Deployment", "serving"), TaskPhase.RUNNING);
        assertEquals(Set.of(NODES, evict("research"), evict("serving")), RequiredPermissions.toDrain(List.of(node)));
    }

    @Test
    void podsThatADrainLeavesNeedNoRight() {
        task(job("apps/v1", "DaemonSet", "kube-system"), TaskPhase.RUNNING);
        Task mirror = task(job("v1", "Pod", "kube-static"), TaskPhase.RUNNING);
        mirror.setController(null);
        mirror.setMirror(true);
        assertEquals(Set.of(NODES), RequiredPermissions.toDrain(List.of(node)));
    }

    @Test
    void theObjectOfAJobIsChangedAndDeletedInItsOwnGroupAndNamespace() {
        Job job = job("kubeflow.org/v1", "PyTorchJob", "research");
        assertEquals(Set.of(of("patch", "kubeflow.org", "pytorchjobs")), RequiredPermissions.toPatch(job));
        assertEquals(Set.of(of("delete", "kubeflow.org", "pytorchjobs")), RequiredPermissions.toDelete(job));
    }

    @Test
    void gatedPodsArePlacedThemselvesWhateverMadeThem() {
        Job job = job("batch/v1", "Job", "research");
        task(job, TaskPhase.GATED);
        assertEquals(Set.of(of("patch", "", "pods")), RequiredPermissions.toPlace(job));
    }

    @Test
    void aBarePodIsMadeAnewAndAnyOtherJobIsChanged() {
        Job pod = job("v1", "Pod", "research");
        task(pod, TaskPhase.PENDING);
        assertEquals(Set.of(of("create", "", "pods"), of("delete", "", "pods")), RequiredPermissions.toPlace(pod));
        Job job = job("batch/v1", "Job", "research");
        task(job, TaskPhase.RUNNING);
        assertEquals(Set.of(of("patch", "batch", "jobs")), RequiredPermissions.toPlace(job));
    }
}
