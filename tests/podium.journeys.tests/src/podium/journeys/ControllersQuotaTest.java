// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.journeys.ControllersGround.Flavor;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.Job;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.job.JobAction;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.placement.Fit;
import podium.placement.Obstacle;
import podium.placement.Obstacle.Cure;
import podium.placement.Subject;
import podium.placement.Target;

/** What is placed is admitted again with what its queue grants, as the real controllers see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(ControllersGround.ALONE)
class ControllersQuotaTest {
    private ControllersBench bench;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        bench = new ControllersBench(directory);
        for (String rack : new String[] {"r1", "r2"}) {
            bench.ground.create(
                    "resourceflavors",
                    "v1beta1",
                    "ResourceFlavor",
                    "{'metadata':{'name':'" + rack + "'},'spec':{'nodeLabels':{'" + ControllersGround.RACK + "':'"
                            + rack + "'}}}");
        }
    }

    @AfterAll
    void close() throws Exception {
        if (bench != null) {
            bench.close();
        }
    }

    /** Nothing of a test is in the way of the next. */
    @AfterEach
    void sweep() throws Exception {
        for (Owned kind : Owned.values()) {
            bench.ground.http.send(
                    "DELETE", kind.ref("").path(), "{\"propagationPolicy\":\"Background\",\"gracePeriodSeconds\":0}");
        }
        bench.lab.await("no pod", () -> bench.ground
                .http
                .send("GET", "/api/v1/namespaces/team/pods", "")
                .path("items")
                .isEmpty());
    }

    private String workload(String owner) throws Exception {
        for (JsonNode workload : bench.workloads()) {
            if (workload.at("/metadata/ownerReferences/0/name").asText().equals(owner)) {
                return ControllersGround.QUEUES + "namespaces/team/workloads/"
                        + workload.at("/metadata/name").asText();
            }
        }
        throw new AssertionError("no Workload of " + owner);
    }

    /** Kueue takes the first flavor with room, whatever host is named. */
    @ParameterizedTest
    @EnumSource(names = {"JOB", "JOB_SET", "DEPLOYMENT", "STATEFUL_SET", "LEADER_WORKER_SET"})
    void whatIsPlacedOnANodeOfAnotherFlavorGetsThatFlavor(Owned kind) throws Exception {
        String name = bench.name(kind.name());
        bench.ground.queue(name, "", ControllersGround.granted("r1", 8), ControllersGround.granted("r2", 8));
        bench.create(kind, name, name, false, kind.suspends());
        bench.runsOn(name, kind.pods, "");
        bench.lab.tasks(name, kind.pods, task -> task.getNode() != null);
        Subject subject = new Subject(bench.lab.job(name), List.of());
        Target other = new Target.OnNode(bench.lab.node("n4"));
        bench.lab.awaitModel(
                "that what Kueue wrote into it is not asked for there",
                _ -> bench.lab.placement.verdict(subject, other).fit().takes());
        Operation placed = bench.done(bench.place(name, "n4"), name);
        bench.runsOn(name, kind.pods, "n4");
        bench.lab.tasks(name, kind.pods, task -> task.getNode() != null);
        if (kind.suspends()) {
            bench.done(bench.place(name, "n2"), name);
            bench.runsOn(name, kind.pods, "n2");
            bench.lab.tasks(name, kind.pods, task -> task.getNode() != null);
            bench.done(bench.place(name, "n3"), name);
            bench.runsOn(name, kind.pods, "n3");
        }
        bench.lab.await("its quota of the other flavor alone" + bench.told(name), () -> {
            JsonNode flavors = bench.ground
                    .http
                    .send("GET", ControllersGround.QUEUES + "clusterqueues/" + name, "")
                    .at("/status/flavorsReservation");
            return Trees.text(flavors, "/0/resources/1/total").equals("0")
                    && Trees.text(flavors, "/1/resources/1/total").equals(String.valueOf(kind.pods));
        });
        if (kind == Owned.JOB) {
            bench.done(bench.free(name), name);
            bench.runsOn(name, kind.pods, "");
            JsonNode left =
                    bench.ground.http.send("GET", workload(name), "").at("/spec/podSets/0/template/spec/nodeSelector");
            assertTrue(left.isMissingNode() || left.isEmpty(), bench.told(name));
        } else if (!kind.suspends()) {
            bench.lab.undo(placed);
            bench.runsOn(name, kind.pods, "");
            assertFalse(bench.ground
                    .http
                    .send("GET", kind.ref(name).path(), "")
                    .toString()
                    .contains("\":\"r2\""));
        }
    }

    /** They are bound, and their kubelets are yet to start them. */
    @Test
    void whatIsPlannedBeforeItsPodsRunIsNotRefusedForThatAndIsDoneOnceTheyRun() throws Exception {
        String name = bench.name("starting");
        bench.ground.queue(name, Flavor.PLAIN, 8);
        bench.ground.hold();
        bench.create(Owned.JOB, name, name, false, true);
        bench.lab.tasks(name, 2, task -> task.getNode() != null);
        String to = bench.elsewhere(name);
        Plan plan = bench.lab.checked(bench.place(name, to));
        bench.ground.release();
        bench.runsOn(name, 2, "");
        bench.lab.done(plan);
        bench.runsOn(name, 2, to);
    }

    @Test
    void whatHasDonePartOfItsWorkIsPlacedWithWhatIsLeft() throws Exception {
        for (String queue : List.of("", bench.name("queue"))) {
            if (!queue.isEmpty()) {
                bench.ground.queue(queue, Flavor.PLAIN, 8);
            }
            String name = bench.name("part");
            bench.create(Owned.JOB, name, queue, false, false);
            bench.runsOn(name, 2, "");
            bench.succeeds(name);
            String to = bench.elsewhere(name);
            Operation placed = bench.done(bench.place(name, to), name);
            bench.runsOn(name, 1, to);
            bench.lab.undo(placed);
            bench.runsOn(name, 1, "");
        }
    }

    @Test
    void aJobOfASetThatWaitsForTheEndOfAnotherIsNotWaitedFor() throws Exception {
        String queue = bench.name("queue");
        bench.ground.queue(queue, Flavor.PLAIN, 8);
        String name = bench.name("steps");
        String manifest = Owned.JOB_SET
                .manifest(name, queue, false, false)
                .replace("\"name\":\"b\",", "\"name\":\"b\",\"dependsOn\":[{\"name\":\"a\",\"status\":\"Complete\"}],");
        bench.lab.create(Owned.JOB_SET.ref(name), manifest);
        bench.runsOn(name, 1, "");
        bench.lab.tasks(name, 1, task -> task.getNode() != null);
        String to = bench.elsewhere(name);
        bench.done(bench.place(name, to), name);
        bench.runsOn(name, 1, to);
    }

    @Test
    void whatRunsAndHasToBeCheckedAgainIsWaitedForWithItsReason() throws Exception {
        bench.ground.check("machines");
        String name = bench.name("checked");
        bench.ground.queue(name, "'admissionChecks':['machines'],", ControllersGround.granted("plain", 8));
        bench.create(Owned.JOB, name, name, false, true);
        bench.lab.job(name);
        check(name, "Ready");
        bench.runsOn(name, 2, "");
        bench.lab.tasks(name, 2, task -> task.getNode() != null);
        String to = bench.elsewhere(name);
        Plan plan = bench.lab.checked(bench.place(name, to));
        String id = bench.lab.engine.submit(plan);
        Operation waits = bench.lab.until(
                id,
                operation -> operation.status().contains("running there")
                        && operation.status().contains("machines"));
        assertEquals(OperationState.RUNNING, waits.state());
        check(name, "Ready");
        Operation done = bench.lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.DONE, done.state(), done::toString);
        bench.runsOn(name, 2, to);
    }

    private void check(String name, String state) throws Exception {
        bench.lab.await("a Workload", () -> bench.told(name).contains("workload"));
        bench.lab.await("a check that is pending" + bench.told(name), () -> bench.ground
                .http
                .send("GET", workload(name), "")
                .at("/status/admissionChecks/0/state")
                .asText()
                .equals("Pending"));
        JsonNode checks = bench.ground.http.send("GET", workload(name), "").at("/status/admissionChecks");
        ((com.fasterxml.jackson.databind.node.ObjectNode) checks.get(0)).put("state", state);
        bench.ground.http.send(
                "PATCH",
                workload(name) + "/status",
                Trees.write(Trees.object().set("status", Trees.object().set("admissionChecks", checks))));
    }

    /** Its quota was lowered since it was admitted, so that it would not be admitted again. */
    @Test
    void whatRunsOnMoreThanItsQueueHasByNowDoesNotFitAnywhereElse() throws Exception {
        String name = bench.begin(Owned.JOB, Flavor.LABELLED);
        String to = bench.elsewhere(name);
        Subject subject = new Subject(bench.lab.job(name), List.of());
        Target target = new Target.OnNode(bench.lab.node(to));
        assertTrue(bench.lab
                .inRealm(() -> bench.lab.placement.verdict(subject, target))
                .fit()
                .takes());
        bench.ground.quota(name, 1);
        bench.lab.awaitModel(
                "that it does not fit",
                _ -> bench.lab.placement.verdict(subject, target).fit() == Fit.DOES_NOT_FIT);
    }

    @Test
    void whomAQueueTakesItsOwnBackFromIsNamedBefore() throws Exception {
        String cohort = bench.name("cohort");
        String own = bench.name("own");
        String borrower = bench.name("borrower");
        bench.ground.queue(
                own,
                "'cohort':'" + cohort + "','preemption':{'reclaimWithinCohort':'LowerPriority'},",
                ControllersGround.granted("plain", 2));
        bench.ground.queue(borrower, "'cohort':'" + cohort + "',", ControllersGround.granted("plain", 2));
        String first = bench.name("first");
        String second = bench.name("second");
        for (String job : List.of(first, second)) {
            bench.create(Owned.JOB, job, borrower, false, false);
            bench.runsOn(job, 2, "");
        }
        bench.lab.await("that it borrows", () -> bench.ground
                .http
                .send("GET", ControllersGround.QUEUES + "clusterqueues/" + borrower, "")
                .at("/status/flavorsReservation")
                .toString()
                .contains("\"borrowed\":\"2\""));
        String waits = bench.name("waits");
        bench.create(Owned.JOB, waits, own, false, true);
        bench.lab.job(waits);
        bench.lab.await("a Workload", () -> bench.told(waits).contains("workload"));
        bench.lab.awaitModel("that the queue is used", cluster -> cluster.getJobs().stream()
                .anyMatch(job -> job.getName().equals(second) && job.getTasks().size() == 2));
        Result raised = bench.act(waits, new JobAction.Priority("high"));
        for (String job : List.of(first, second)) {
            assertTrue(raised.toString().contains("team/" + job), raised::toString);
        }
        bench.done(raised, waits);
        bench.runsOn(waits, 2, "");
        bench.lab.await(
                "the end of one of them, and of one alone",
                () -> bench.running(first).size() + bench.running(second).size() == 2);
    }

    private void create(String job, String queue, String priority) {
        String manifest = Owned.JOB.manifest(job, queue, false, false);
        bench.lab.create(
                Owned.JOB.ref(job),
                manifest.replaceFirst(
                        "\"labels\":\\{", "\"labels\":{\"kueue.x-k8s.io/priority-class\":\"" + priority + "\","));
    }

    private void hold(String queue, String policy) throws Exception {
        bench.ground.http.send(
                "PATCH",
                ControllersGround.QUEUES + "namespaces/team/localqueues/" + queue,
                "{\"spec\":{\"stopPolicy\":\"" + policy + "\"}}");
    }

    /** Beyond what is its own it may evict what is lower than its threshold, and no more of that than it needs. */
    @Test
    void whomAQueueEvictsToBorrowIsNamedBefore() throws Exception {
        String cohort = bench.name("cohort");
        String own = bench.name("own");
        String borrower = bench.name("borrower");
        String member = "'cohort':'" + cohort + "',";
        bench.ground.queue(
                own,
                member + "'preemption':{'reclaimWithinCohort':'LowerPriority','borrowWithinCohort':"
                        + "{'policy':'LowerPriority','maxPriorityThreshold':100}},",
                ControllersGround.granted("plain", 2));
        bench.ground.queue(borrower, member, ControllersGround.granted("plain", 0));
        bench.ground.queue(bench.name("lender"), member, ControllersGround.granted("plain", 4));
        String first = bench.name("first");
        create(first, own, "high");
        bench.runsOn(first, 2, "");
        String above = bench.name("above");
        create(above, borrower, "high");
        bench.runsOn(above, 2, "");
        String low = bench.name("low");
        create(low, borrower, "low");
        bench.runsOn(low, 2, "");
        hold(own, "Hold");
        String waits = bench.name("waits");
        create(waits, own, "high");
        Job job = bench.lab.job(waits);
        bench.lab.await("a Workload", () -> bench.told(waits).contains("workload"));
        String words = "fits by evicting " + low + " (";
        bench.lab.awaitModel(words, _ -> bench.lab.placement.obstacles(job).stream()
                .anyMatch(one -> one.words().contains(words)));
        hold(own, "None");
        bench.runsOn(waits, 2, "");
        assertEquals(2, bench.running(above).size());
        assertEquals(0, bench.running(low).size());
        Job it = bench.lab.job(low);
        String why = "preempted for job team/" + waits + ": reclamation within the cohort while borrowing";
        bench.lab.awaitModel(why, _ -> bench.lab.placement.obstacles(it).stream()
                .anyMatch(one -> one.words().equals(why)));
    }

    /** Its webhooks are down with it, so that nothing of a queued job can be changed, nor taken back. */
    @Test
    void withoutKueueNothingIsToldAsDoneAndWhatWasBeforeIsBroughtBackOnceItIsThere() throws Exception {
        String name = bench.begin(Owned.JOB, Flavor.LABELLED);
        Map<String, String> before = bench.running(name);
        Plan plan = bench.lab.checked(bench.place(name, bench.elsewhere(name)));
        bench.ground.programs.kill("kueue");
        Operation refused = bench.lab.run(plan);
        assertEquals(OperationState.FAILED, refused.state(), refused::toString);
        assertTrue(String.valueOf(refused.outcome()).contains("does not answer"), refused::toString);
        assertEquals(before, bench.running(name));
        kueueAgain("");
        Plan again = bench.lab.checked(bench.place(name, bench.elsewhere(name)));
        bench.ground.hold();
        String id = bench.lab.engine.submit(again);
        bench.lab.until(id, operation -> operation.status().contains("are gone"));
        bench.ground.programs.kill("kueue");
        bench.ground.release();
        Operation half = bench.lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.FAILED, half.state(), half::toString);
        assertTrue(String.valueOf(half.outcome()).contains("Not restored: Let Kueue queue " + name), half::toString);
        assertTrue(bench.running(name).isEmpty());
        kueueAgain("waitForPodsReady: {enable: true, timeout: 5m, blockAdmission: false}\n");
        bench.lab.engine.abort(id);
        bench.runsOn(name, 2, "");
        bench.lab.tasks(name, 2, task -> task.getNode() != null);
        bench.lab.await("that its pods are ready" + bench.told(name), () -> bench.told(name)
                .contains("PodsReady"));
        assertTrue(bench.hold(name).toString().contains("waitForPodsReady"), "the board is told of it");
    }

    private void kueueAgain(String config) throws Exception {
        Path file = bench.ground.kubeconfig().resolveSibling("kueue.yaml");
        Files.writeString(file, Files.readString(file) + config);
        bench.ground.programs.again("kueue");
        bench.lab.await("Kueue's webhooks answer", () -> {
            try {
                bench.ground.queue(bench.name("awake"), Flavor.PLAIN, 0);
                return true;
            } catch (java.io.IOException e) {
                return false;
            }
        });
    }

    @Test
    void whatWasAdmittedInPartIsMadeAgainAsItWasSubmitted() throws Exception {
        String queue = bench.name("queue");
        bench.ground.queue(queue, Flavor.PLAIN, 2);
        String name = bench.name("part");
        String manifest = Owned.JOB
                .manifest(name, queue, false, false)
                .replace("\"parallelism\":2,\"completions\":2,", "\"parallelism\":4,\"completions\":4,")
                .replaceFirst(
                        "\"labels\"", "\"annotations\":{\"kueue.x-k8s.io/job-min-parallelism\":\"1\"},\"labels\"");
        bench.lab.create(Owned.JOB.ref(name), manifest);
        bench.runsOn(name, 2, "");
        bench.lab.tasks(name, 2, task -> task.getNode() != null);
        Operation gone = bench.done(bench.act(name, new JobAction.Delete(Optional.empty())), name);
        bench.ground.quota(queue, 8);
        bench.lab.undo(gone);
        bench.runsOn(name, 4, "");
    }

    @Test
    void whatItsFlavorToleratesIsNoObstacleAndIsNotKept() throws Exception {
        bench.ground.create(
                "resourceflavors",
                "v1beta1",
                "ResourceFlavor",
                "{'metadata':{'name':'tainted'},'spec':{'nodeLabels':{'" + ControllersGround.RACK
                        + "':'r2'},'tolerations':[{'key':'gpu','operator':'Exists','effect':'NoSchedule'}]}}");
        node("n4", "{\"spec\":{\"unschedulable\":true,\"taints\":[{\"key\":\"gpu\",\"effect\":\"NoSchedule\"}]}}");
        try {
            String name = bench.name("tolerates");
            bench.ground.queue(name, "", ControllersGround.granted("tainted", 8));
            bench.create(Owned.JOB, name, name, false, true);
            bench.runsOn(name, 2, "n3");
            bench.lab.tasks(name, 2, task -> task.getNode() != null);
            node("n4", "{\"spec\":{\"unschedulable\":null}}");
            Subject subject = new Subject(bench.lab.job(name), List.of());
            Target target = new Target.OnNode(bench.lab.node("n4"));
            bench.lab.awaitModel(
                    "that it fits",
                    _ -> bench.lab.placement.verdict(subject, target).fit().takes());
            bench.done(bench.place(name, "n4"), name);
            bench.runsOn(name, 2, "n4");
            bench.lab.tasks(name, 2, task -> task.getNode() != null);
            Operation gone = bench.done(bench.act(name, new JobAction.Delete(Optional.empty())), name);
            bench.lab.undo(gone);
            bench.runsOn(name, 2, "n4");
            JsonNode tolerations =
                    bench.ground.http.send("GET", workload(name), "").at("/spec/podSets/0/template/spec/tolerations");
            assertTrue(tolerations.isMissingNode() || tolerations.isEmpty(), tolerations::toString);
        } finally {
            node("n4", "{\"spec\":{\"unschedulable\":null,\"taints\":null}}");
        }
    }

    private void flavor(String name, String spec) throws Exception {
        bench.ground.create(
                "resourceflavors",
                "v1beta1",
                "ResourceFlavor",
                "{'metadata':{'name':'" + name + "'},'spec':{" + spec + "}}");
    }

    /** What a new job of a queue waits for first, what to do, and nothing that can be done from here: it fits nowhere. */
    private void waits(String queue, String words, String cure) throws Exception {
        bench.create(Owned.JOB, queue, queue, false, true);
        Subject subject = new Subject(bench.lab.job(queue), List.of());
        bench.lab.awaitModel(words + bench.told(queue), _ -> {
            List<Obstacle> why = bench.lab.placement.obstacles(subject.job());
            return why.stream().limit(1).anyMatch(one -> one.words().equals(words))
                    && why.stream()
                            .flatMap(one -> one.cure().stream())
                            .toList()
                            .equals(List.of(new Cure.Elsewhere(cure)))
                    && bench.lab.placement.verdicts(subject).values().stream()
                            .noneMatch(verdict -> verdict.fit().takes());
        });
    }

    /** To place it was the first cure of each, and of what was admitted to move others away. */
    @Test
    void whatItsQueueNeverLetsInOrLetsToNoNodeFitsNowhereAndSaysWhatToDo() throws Exception {
        String queue = bench.name("lost");
        String named = ", or name another queue in kueue.x-k8s.io/queue-name";
        waits(queue, "queue " + queue + " does not exist", "create LocalQueue " + queue + " in namespace team" + named);
        queue = bench.name("door");
        bench.ground.door(queue);
        waits(
                queue,
                "ClusterQueue " + queue + " of queue " + queue + " does not exist",
                "create ClusterQueue " + queue + named);
        queue = bench.name("flavorless");
        bench.ground.shutQueue(queue, "", ControllersGround.granted("absent", 8));
        waits(
                queue,
                "ClusterQueue " + queue + " admits nothing: references missing ResourceFlavor(s): absent",
                "create ResourceFlavor absent, or take it out of ClusterQueue " + queue);
        queue = bench.name("unchecked");
        bench.ground.create(
                "admissionchecks",
                "v1beta1",
                "AdmissionCheck",
                "{'metadata':{'name':'idle'},'spec':{'controllerName':'example.com/none'}}");
        bench.ground.shutQueue(queue, "'admissionChecks':['idle'],", ControllersGround.granted("plain", 8));
        waits(
                queue,
                "ClusterQueue " + queue + " admits nothing: references inactive AdmissionCheck(s): idle",
                "see why AdmissionCheck idle is not active, or take it out of ClusterQueue " + queue);
        queue = bench.name("tainted");
        flavor("spot", "'nodeTaints':[{'key':'spot','value':'1','effect':'NoSchedule'}]");
        bench.ground.queue(queue, "", ControllersGround.granted("spot", 8));
        waits(
                queue,
                "queue " + queue
                        + " has no flavor for it there: taint spot=1:NoSchedule of flavor spot is not tolerated",
                "add a toleration for taint spot=1:NoSchedule to its pods, or name another queue");
        queue = bench.name("nodeless");
        flavor("none", "'nodeLabels':{'podium.test/pool':'none'}");
        bench.ground.queue(queue, "", ControllersGround.granted("none", 8));
        waits(
                queue,
                "no node has podium.test/pool=none, which flavor none of ClusterQueue " + queue + " asks for",
                "label a node with podium.test/pool=none, add one, or change the flavor");
        bench.lab.tasks(queue, 2, _ -> true);
        assertTrue(bench.told(queue).contains("Admitted=True"), () -> "it is admitted");
    }

    private void node(String name, String change) throws Exception {
        bench.ground.http.send("PATCH", "/api/v1/nodes/" + name, change);
    }
}
