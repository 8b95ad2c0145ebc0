// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.journeys.ControllersGround.Flavor;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.job.JobAction;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.submit.TransferCompiler;
import podium.operation.submit.TransferCompiler.Dispatch;
import podium.operation.submit.TransferCompiler.Taken;
import podium.operation.submit.TransferCompiler.Worker;

/** Two real clusters with the real Kueue, one of which sends its jobs to the other: MultiKueue, with a third that is not reached. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(ControllersGround.ALONE)
class ControllersMultiKueueTest {
    private static final String SENT = "MultiKueue: in cluster west";

    private ControllersBench manager;
    private ControllersBench west;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        west = new ControllersBench(Files.createDirectory(directory.resolve("west")));
        manager = new ControllersBench(Files.createDirectory(directory.resolve("manager")));
        String kubeconfig = Files.readString(west.ground.kubeconfig());
        member("west", kubeconfig);
        member("lost", kubeconfig.replaceAll("https://127\\.0\\.0\\.1:[0-9]+", "https://127.0.0.1:9"));
        create(
                "multikueueconfigs",
                "MultiKueueConfig",
                "{'metadata':{'name':'all'},'spec':{'clusters':['west','lost']}}");
        create(
                "admissionchecks",
                "AdmissionCheck",
                "{'metadata':{'name':'multi'},'spec':{'controllerName':'kueue.x-k8s.io/multikueue',"
                        + "'parameters':{'apiGroup':'kueue.x-k8s.io','kind':'MultiKueueConfig','name':'all'}}}");
    }

    @AfterAll
    void close() throws Exception {
        for (ControllersBench bench : new ControllersBench[] {manager, west}) {
            if (bench != null) {
                bench.close();
            }
        }
    }

    private void create(String path, String kind, String json) throws Exception {
        ObjectNode object = (ObjectNode) Trees.read(json.replace('\'', '"'));
        object.put("apiVersion", "kueue.x-k8s.io/v1beta1").put("kind", kind);
        manager.ground.http.send("POST", ControllersGround.QUEUES + path, Trees.write(object));
    }

    /** A worker cluster and how it is reached. */
    private void member(String name, String kubeconfig) throws Exception {
        ObjectNode secret = Trees.object();
        secret.putObject("metadata").put("name", name);
        byte[] bytes = kubeconfig.getBytes(StandardCharsets.UTF_8);
        secret.putObject("data").put("kubeconfig", Base64.getEncoder().encodeToString(bytes));
        manager.ground.http.send("POST", "/api/v1/namespaces/kueue-system/secrets", Trees.write(secret));
        create(
                "multikueueclusters",
                "MultiKueueCluster",
                "{'metadata':{'name':'" + name + "'},'spec':{'kubeConfig':{'location':'" + name
                        + "','locationType':'Secret'}}}");
    }

    /** A queue of one name in both, which sends from the one to the other. */
    private String queue(String prefix, int there) throws Exception {
        String name = manager.name(prefix);
        west.ground.queue(name, Flavor.PLAIN, there);
        manager.ground.queue(name, Flavor.PLAIN, 8);
        manager.ground.http.send(
                "PATCH",
                ControllersGround.QUEUES + "clusterqueues/" + name,
                "{\"spec\":{\"admissionChecks\":[\"multi\"]}}");
        return name;
    }

    private void shows(String name, JobState state, String reason) throws Exception {
        manager.lab.awaitModel(state + " " + reason, cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals(name)
                        && job.getState() == state
                        && String.valueOf(job.getReason()).contains(reason)));
    }

    private Dispatch dispatch(ControllersBench bench, Owned kind, String name) throws Exception {
        TransferCompiler transfer =
                bench.lab.connection.capability(TransferCompiler.class).orElseThrow();
        return assertInstanceOf(Taken.Job.class, transfer.take(kind.ref(name), ""))
                .dispatch()
                .orElseThrow();
    }

    private static void refused(Result result, String words) {
        Result.Refused refused = assertInstanceOf(Result.Refused.class, result, result::toString);
        assertTrue(refused.reason().contains(words), refused::toString);
    }

    @ParameterizedTest
    @EnumSource(names = {"JOB", "JOB_SET"})
    void whereAJobIsOfferedAndSentIsShownAndNothingHereEndsItThereButItsDeletion(Owned kind) throws Exception {
        String name = queue(kind.name(), 0);
        String other = queue("other", 8);
        manager.create(kind, name, name, false, true);
        manager.lab.job(name);
        shows(name, JobState.SUSPENDED, "offered to west by MultiKueue");
        Dispatch offered = dispatch(manager, kind, name);
        assertEquals("MultiKueue decides in which cluster " + name + " runs.", offered.why());
        assertEquals(
                new Worker("west", "MultiKueue has offered it there."),
                offered.workers().getFirst());
        Worker lost = offered.workers().getLast();
        assertTrue(lost.words().startsWith("MultiKueue does not reach it: "), lost::toString);
        refused(manager.place(name, "n4"), "MultiKueue decides");
        refused(manager.hold(name), "MultiKueue decides");
        refused(manager.act(name, new JobAction.Priority("high")), "has reserved quota");
        west.ground.quota(name, 8);
        west.runsOn(name, kind.pods, "");
        shows(name, JobState.RUNNING, SENT);
        assertEquals(
                List.of(new Worker("west", "MultiKueue has it run there.")),
                dispatch(manager, kind, name).workers().stream().limit(1).toList());
        Map<String, String> there = west.running(name);
        nothingMoves(name, other);
        west.lab.tasks(name, kind.pods, task -> task.getNode() != null);
        nothingMovesThere(kind, name);
        assertEquals(there, west.running(name), "what runs there runs on");
        if (kind == Owned.JOB) {
            isDrainedThere(kind, name);
        }
        assertEquals(kind.pods, west.ground.reserved(name), "its quota is counted once there");
        assertEquals(kind.pods, manager.ground.reserved(name), "and here");
        Operation gone = manager.run(manager.act(name, new JobAction.Delete(Optional.empty())));
        assertEquals(OperationState.DONE, gone.state(), gone::toString);
        west.lab.await("nothing of it there", () -> west.pods(name).isEmpty());
        west.lab.await("its quota free there", () -> west.ground.reserved(name) == 0);
    }

    /** By evictions: of a copy whose Workload is deactivated the manager cluster thinks that it is lost. */
    private void isDrainedThere(Owned kind, String name) throws Exception {
        String from = west.running(name).values().iterator().next();
        Node node = west.lab.node(from);
        DrainRequest request = new DrainRequest(List.of(node), true, false, Optional.empty(), Optional.empty());
        DrainPreview preview = west.lab.inRealm(() -> west.lab.drains.preview(request.deactivating(true)));
        Plan plan = west.lab.inRealm(() -> west.lab.drains.prepare(preview)).call();
        Operation done = west.lab.run(plan);
        assertEquals(OperationState.DONE, done.state(), done::toString);
        west.runsOn(name, kind.pods, "");
        assertFalse(west.running(name).containsValue(from), () -> "left on " + from);
        shows(name, JobState.RUNNING, SENT);
        west.lab.done(west.lab.inRealm(() -> west.lab.drains.uncordon(List.of(node))));
    }

    /** By nothing that is asked of the cluster that sent it. */
    private void nothingMoves(String name, String other) throws Exception {
        refused(manager.place(name, "n4"), "MultiKueue");
        refused(manager.hold(name), "MultiKueue");
        for (JobAction act : List.of(
                new JobAction.Priority("high"),
                new JobAction.Queue(other),
                new JobAction.Requeue(),
                new JobAction.Withdraw(),
                new JobAction.Suspend(),
                new JobAction.Scale(1))) {
            refused(manager.act(name, act), "MultiKueue has sent " + name + " to west");
        }
        Job job = manager.lab.job(name);
        assertFalse(manager.lab.inRealm(job::getTasks).stream().anyMatch(task -> task.getNode() != null));
    }

    /** Nor by what is asked of the cluster that it was sent to. */
    private void nothingMovesThere(Owned kind, String name) throws Exception {
        refused(west.place(name, "n4"), "MultiKueue created " + name);
        refused(west.hold(name), "MultiKueue created " + name);
        for (JobAction act : List.of(
                new JobAction.Priority("high"),
                new JobAction.Queue("other"),
                new JobAction.Requeue(),
                new JobAction.Withdraw(),
                new JobAction.Suspend())) {
            refused(west.act(name, act), "MultiKueue created " + name);
        }
        TransferCompiler transfer =
                west.lab.connection.capability(TransferCompiler.class).orElseThrow();
        assertInstanceOf(Taken.Stays.class, transfer.take(kind.ref(name), ""));
    }
}
