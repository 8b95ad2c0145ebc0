// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import podium.core.api.ObjectRef;
import podium.journeys.ControllersGround.Flavor;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.job.JobAction;
import podium.operation.plan.Expectation;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.placement.Subject;
import podium.placement.Target;

/** Pods that Kueue admits as one group are placed, drained and told of as the real Kueue treats them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(ControllersGround.ALONE)
class ControllersGroupTest {
    private static final int PODS = 2;
    private ControllersBench bench;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        bench = new ControllersBench(directory);
    }

    @AfterAll
    void close() throws Exception {
        if (bench != null) {
            bench.close();
        }
    }

    private static String pod(String group, int index, String node) {
        String on = node.isEmpty() ? "" : "\"nodeSelector\":{\"kubernetes.io/hostname\":\"" + node + "\"},";
        return """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s-%d","namespace":"team","labels":{"it":"%s",
              "kueue.x-k8s.io/queue-name":"%s","kueue.x-k8s.io/pod-group-name":"%s"},
              "annotations":{"kueue.x-k8s.io/pod-group-total-count":"%d"}},
             "spec":{%s"restartPolicy":"Never","terminationGracePeriodSeconds":1,"containers":[{"name":"main","image":"example/train:1",
              "resources":{"requests":{"cpu":"1","nvidia.com/gpu":"1"},"limits":{"nvidia.com/gpu":"1"}}}]}}\
            """.formatted(group, index, group, group, group, PODS, on);
    }

    private String begin(Flavor flavor, int gpus) throws Exception {
        String name = bench.name("group");
        bench.ground.queue(name, flavor, gpus);
        for (int i = 0; i < PODS; i++) {
            String manifest = pod(name, i, "");
            if (flavor == Flavor.TAS) {
                manifest = manifest.replace(
                        "\"annotations\":{",
                        "\"annotations\":{\"kueue.x-k8s.io/podset-required-topology\":\"" + ControllersGround.RACK
                                + "\",");
            }
            bench.lab.create(ObjectRef.pod("team", name + "-" + i), manifest);
        }
        if (gpus > 0) {
            bench.runsOn(name, PODS, "");
        }
        bench.lab.awaitModel("the group " + name + bench.told(name), cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals(name) && job.getTasks().size() == PODS));
        if (gpus > 0) {
            bench.lab.tasks(name, PODS, task -> task.getNode() != null);
        }
        return name;
    }

    private Task task(String group, String pod) throws Exception {
        return bench.lab.tasks(group, 1, task -> task.getName().equals(pod)).getFirst();
    }

    private Result place(String group, String pod, String node) throws Exception {
        Subject subject = new Subject(bench.lab.job(group), List.of(task(group, pod)));
        Target target = new Target.OnNode(bench.lab.node(node));
        return bench.lab.inRealm(() -> bench.lab.planner.plan(subject, target)).get(60, TimeUnit.SECONDS);
    }

    /** Node of each pod that runs and is not ending, by name. */
    private Map<String, String> nodes(String group) throws Exception {
        Map<String, String> nodes = new TreeMap<>();
        for (JsonNode pod : bench.pods(group)) {
            if (Trees.text(pod, "/status/phase").equals("Running")
                    && Trees.text(pod, "/metadata/deletionTimestamp").isEmpty()) {
                nodes.put(Trees.text(pod, "/metadata/name"), Trees.text(pod, "/spec/nodeName"));
            }
        }
        return nodes;
    }

    private void remove(String group) throws Exception {
        for (JsonNode pod : bench.pods(group)) {
            bench.ground.http.send(
                    "DELETE",
                    "/api/v1/namespaces/team/pods/" + Trees.text(pod, "/metadata/name"),
                    "{\"gracePeriodSeconds\":1}");
        }
        bench.ground.http.send("DELETE", ControllersGround.QUEUES + "namespaces/team/workloads/" + group, "{}");
        bench.lab.await("no pod of " + group, () -> bench.pods(group).isEmpty());
    }

    private Operation done(Result result, String name) throws Exception {
        Operation done = bench.run(result);
        assertEquals(OperationState.DONE, done.state(), done.outcome() + " " + done.status() + bench.told(name));
        return done;
    }

    @Test
    void oneOfThoseThatRunIsReplacedOnTheNodeAndBack() throws Exception {
        String name = begin(Flavor.LABELLED, 8);
        String other = nodes(name).get(name + "-1");
        String to = bench.elsewhere(name);
        Operation placed = done(place(name, name + "-0", to), name);
        Map<String, String> now = nodes(name);
        assertEquals(Map.of(name + "-0-r1", to, name + "-1", String.valueOf(other)), now, () -> placed.toString());
        bench.lab.await("quota counted once", () -> bench.ground.reserved(name) == PODS);
        bench.lab.undo(placed);
        bench.lab.await("back" + bench.told(name), () -> nodes(name).keySet().equals(Set.of(name + "-0", name + "-1")));
        bench.lab.await("quota counted once", () -> bench.ground.reserved(name) == PODS);
        remove(name);
    }

    @Test
    void oneOfThoseThatWaitIsReplacedAndRunsThereOnceAdmitted() throws Exception {
        String name = begin(Flavor.PLAIN, 0);
        Operation placed = done(place(name, name + "-1", "n4"), name);
        bench.ground.quota(name, 8);
        bench.lab.await(
                "both run" + bench.told(name),
                () -> "n4".equals(nodes(name).get(name + "-1-r1"))
                        && nodes(name).containsKey(name + "-0"));
        bench.lab.undo(placed);
        bench.lab.await("back" + bench.told(name), () -> nodes(name).keySet().equals(Set.of(name + "-0", name + "-1")));
        bench.lab.await("quota counted once", () -> bench.ground.reserved(name) == PODS);
        remove(name);
    }

    @Test
    void allOfItRunsOnTheNode() throws Exception {
        String name = begin(Flavor.PLAIN, 8);
        String to = bench.elsewhere(name);
        done(bench.place(name, to), name);
        assertEquals(Map.of(name + "-0-r1", to, name + "-1-r1", to), nodes(name));
        bench.lab.await("quota counted once", () -> bench.ground.reserved(name) == PODS);
        bench.lab.tasks(
                name, PODS, task -> task.getNode() != null && task.getName().endsWith("-r1"));
        String rack = bench.rackElsewhere(name);
        done(bench.placeInRack(name, rack), name);
        Set<String> there = rack.equals("r1") ? Set.of("n1", "n2") : Set.of("n3", "n4");
        assertTrue(there.containsAll(nodes(name).values()), () -> nodesOf(name));
        remove(name);
    }

    @Test
    void oneOfThoseThatLieByTopologyIsRefused() throws Exception {
        String name = begin(Flavor.TAS, 8);
        Map<String, String> before = nodes(name);
        Result.Refused refused =
                assertInstanceOf(Result.Refused.class, place(name, name + "-0", bench.elsewhere(name)));
        assertTrue(refused.reason().contains("topology"), refused::reason);
        assertEquals(before, nodes(name));
        remove(name);
    }

    @Test
    void anAbortInTheMiddlePutsBackWhatWasDeleted() throws Exception {
        String name = begin(Flavor.LABELLED, 8);
        String other = String.valueOf(nodes(name).get(name + "-1"));
        Plan plan = bench.lab.checked(place(name, name + "-0", bench.elsewhere(name)));
        bench.ground.hold();
        String id = bench.lab.engine.submit(plan);
        bench.lab.until(id, operation -> operation.status().contains("has ended"));
        bench.lab.engine.abort(id);
        bench.lab.until(id, operation -> operation.status().contains("to put back"));
        bench.ground.release();
        Operation aborted = bench.lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.ABORTED, aborted.state(), aborted::toString);
        bench.lab.await(
                "both run again" + bench.told(name),
                () -> nodes(name).keySet().equals(Set.of(name + "-0-b1", name + "-1")));
        assertEquals(other, nodes(name).get(name + "-1"));
        bench.lab.await("quota counted once", () -> bench.ground.reserved(name) == PODS);
        remove(name);
    }

    @Test
    void anAbortAfterItWasReplacedPutsItBackToo() throws Exception {
        String name = begin(Flavor.LABELLED, 8);
        Plan plan = bench.lab.checked(place(name, name + "-0", bench.elsewhere(name)));
        List<Step> steps = new ArrayList<>(plan.steps());
        steps.add(new Step.Await(
                ObjectRef.pod("team", name + "-1"), new Expectation.Over(""), Duration.ofMinutes(5), "Wait for ever"));
        Plan longer = new Plan(
                plan.cluster(),
                plan.kind(),
                plan.title(),
                steps,
                plan.effects(),
                plan.irreversible(),
                plan.changes(),
                plan.undo());
        String id = bench.lab.engine.submit(longer);
        bench.lab.until(id, operation -> operation.status().contains("Wait for ever"));
        bench.lab.engine.abort(id);
        Operation aborted = bench.lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.ABORTED, aborted.state(), aborted::toString);
        bench.lab.await(
                "both run again" + bench.told(name),
                () -> nodes(name).keySet().equals(Set.of(name + "-0-b1", name + "-1")));
        remove(name);
    }

    @Test
    void aDrainEvictsItsPodAndTellsThatTheGroupKeepsItsQuota() throws Exception {
        String name = begin(Flavor.PLAIN, 8);
        Map<String, String> before = nodes(name);
        String node = String.valueOf(before.get(name + "-0"));
        Node its = bench.lab.node(node);
        DrainRequest request = new DrainRequest(List.of(its), true, true, Optional.empty(), Optional.empty());
        DrainPreview preview = bench.lab.inRealm(() -> bench.lab.drains.preview(request.deactivating(true)));
        assertTrue(
                preview.pods().stream().anyMatch(fate -> fate.reason().contains("keeps its quota")), preview::toString);
        Plan plan = bench.lab.inRealm(() -> bench.lab.drains.prepare(preview)).call();
        Operation done = bench.lab.run(plan);
        assertEquals(OperationState.DONE, done.state(), () -> done.outcome() + " " + done.status());
        assertTrue(nodes(name).values().stream().noneMatch(node::equals), () -> nodesOf(name));
        bench.lab.awaitModel("why it waits", cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals(name)
                        && String.valueOf(job.getReason()).contains("keeps its quota")));
        bench.lab.done(bench.lab.inRealm(() -> bench.lab.drains.uncordon(List.of(its))));
        remove(name);
    }

    @Test
    void aFailedGroupTellsWhyItsQuotaCounts() throws Exception {
        String name = begin(Flavor.PLAIN, 8);
        for (JsonNode pod : bench.pods(name)) {
            bench.ground.http.send(
                    "PATCH",
                    "/api/v1/namespaces/team/pods/" + Trees.text(pod, "/metadata/name") + "/status",
                    "{\"status\":{\"phase\":\"Failed\"}}");
        }
        bench.lab.awaitModel("why it failed", cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals(name)
                        && job.getState() == JobState.FAILED
                        && String.valueOf(job.getReason()).contains("keeps its quota")));
        bench.lab.await("its quota counts" + bench.told(name), () -> bench.ground.reserved(name) == PODS);
        remove(name);
    }

    @Test
    void whatNoGroupCanDoIsRefusedAndLeavesItAlone() throws Exception {
        String name = begin(Flavor.PLAIN, 8);
        Map<String, String> before = nodes(name);
        for (JobAction act : List.of(
                new JobAction.Priority("high"),
                new JobAction.Queue("other"),
                new JobAction.Suspend(),
                new JobAction.Resume(),
                new JobAction.Requeue(),
                new JobAction.Withdraw(),
                new JobAction.Scale(1))) {
            Result.Refused refused = assertInstanceOf(Result.Refused.class, bench.act(name, act));
            assertTrue(refused.reason().contains("group of pods"), refused::reason);
            assertTrue(
                    refused.advice().toLowerCase(java.util.Locale.ROOT).contains("submit it again"), refused::advice);
        }
        assertInstanceOf(Result.Refused.class, bench.hold(name));
        assertInstanceOf(Result.Refused.class, bench.free(name));
        assertEquals(before, nodes(name));
        remove(name);
    }

    @Test
    void aDeletedGroupIsGoneWithItsPodsAndQuotaAndCannotComeBack() throws Exception {
        for (int gpus : new int[] {8, 0}) {
            String name = begin(Flavor.PLAIN, gpus);
            Operation gone = done(bench.act(name, new JobAction.Delete(Optional.empty())), name);
            assertTrue(bench.pods(name).isEmpty(), () -> "pods are left" + nodesOf(name));
            assertFalse(gone.plan().canUndo(), "a Workload alone would be made again");
            bench.lab.await("no quota", () -> bench.ground.reserved(name) == 0);
        }
    }

    private String nodesOf(String name) {
        try {
            return nodes(name) + bench.told(name);
        } catch (Exception e) {
            return e.toString();
        }
    }
}
