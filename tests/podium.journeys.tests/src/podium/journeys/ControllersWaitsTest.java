// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import podium.journeys.ControllersGround.Flavor;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.Job;
import podium.operation.job.JobAction;
import podium.operation.plan.PlacementCompiler.Result;
import podium.placement.Fit;
import podium.placement.Obstacle;
import podium.placement.Subject;

/** What is said of jobs that the real Kueue has taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(ControllersGround.ALONE)
class ControllersWaitsTest {
    private ControllersBench bench;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        bench = new ControllersBench(directory);
        Path file = bench.ground.kubeconfig().resolveSibling("kueue.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        + "waitForPodsReady: {enable: true, timeout: 4s, blockAdmission: false, requeuingStrategy:"
                        + " {timestamp: Eviction, backoffLimitCount: 1, backoffBaseSeconds: 10}}\n"
                        + "fairSharing: {enable: true}\n");
        bench.ground.programs.kill("kueue");
        bench.ground.programs.again("kueue");
        bench.lab.await("Kueue's webhooks answer", () -> {
            try {
                bench.ground.queue(bench.name("awake"), Flavor.PLAIN, 0);
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        bench.ground.check("machines");
    }

    @AfterAll
    void close() throws Exception {
        if (bench != null) {
            bench.close();
        }
    }

    private Optional<JsonNode> found(String owner) throws IOException {
        for (JsonNode workload : bench.workloads()) {
            if (workload.at("/metadata/ownerReferences/0/name").asText().equals(owner)) {
                return Optional.of(workload);
            }
        }
        return Optional.empty();
    }

    private String workload(String owner) throws IOException {
        return ControllersGround.QUEUES + "namespaces/team/workloads/"
                + found(owner).orElseThrow().at("/metadata/name").asText();
    }

    /** What holds a job back first, once that is as wanted. */
    private Obstacle first(String name, String words) throws Exception {
        Job job = bench.lab.job(name);
        bench.lab.awaitModel(words + bench.told(name), _ -> bench.lab.placement.obstacles(job).stream()
                .limit(1)
                .anyMatch(one -> one.words().startsWith(words)));
        Obstacle first =
                bench.lab.inRealm(() -> bench.lab.placement.obstacles(job)).getFirst();
        assertEquals(Obstacle.By.KUEUE, first.by());
        return first;
    }

    private static String cure(Obstacle obstacle) {
        return obstacle.cure().map(Obstacle.Cure::words).orElse("");
    }

    private void check(String name, String state, String message) throws Exception {
        bench.lab.await("a check that is pending" + bench.told(name), () -> isPending(name));
        answer(name, state, message);
    }

    private boolean isPending(String name) throws IOException {
        return found(name)
                .filter(one ->
                        one.at("/status/admissionChecks/0/state").asText().equals("Pending"))
                .isPresent();
    }

    private void answer(String name, String state, String message) throws IOException {
        JsonNode checks = bench.ground.http.send("GET", workload(name), "").at("/status/admissionChecks");
        ((ObjectNode) checks.get(0)).put("state", state).put("message", message);
        bench.ground.http.send(
                "PATCH",
                workload(name) + "/status",
                Trees.write(Trees.object().set("status", Trees.object().set("admissionChecks", checks))));
    }

    /** Says it again where Kueue, which ends its backoff meanwhile, has written over it, as whoever answers a check does. */
    private void reject(String name, String message) throws Exception {
        bench.lab.await("that Kueue gives it up" + bench.told(name), () -> {
            if (isPending(name)) {
                answer(name, "Rejected", message);
            }
            return found(name)
                    .filter(one -> !one.at("/spec/active").asBoolean(true))
                    .isPresent();
        });
    }

    /** Kueue sets the answer of a check back to Pending when it takes the quota back; after Rejected it gives the job up. */
    @Test
    void oneThatWaitsForACheckSaysWhichAndWhoAnswersIt() throws Exception {
        String name = bench.name("checked");
        bench.ground.queue(name, "'admissionChecks':['machines'],", ControllersGround.granted("plain", 8));
        bench.create(Owned.JOB, name, name, false, true);
        bench.lab.job(name);
        check(name, "Pending", "looks for machines");
        String waits = "Kueue: quota reserved; admission check machines is Pending: ";
        assertTrue(cure(first(name, waits + "looks for machines")).contains("admissioncheck"));
        Job held = bench.lab.job(name);
        List<String> places =
                bench.lab.inRealm(() -> bench.lab.placement.verdicts(new Subject(held, List.of())).values().stream()
                        .filter(verdict -> verdict.fit() == Fit.FITS_IF)
                        .map(verdict -> verdict.reasons().getFirst())
                        .toList());
        assertTrue(
                places.stream()
                        .anyMatch(words ->
                                words.equals("not before its queue lets it start; " + waits + "looks for machines")),
                places::toString);
        check(name, "Retry", "no capacity in zone a");
        first(name, waits + "Reset to Pending after eviction. Previously: Retry");
        reject(name, "quota of the provider is used up");
        Obstacle rejected = first(name, "Kueue: its Workload is not active: ");
        assertTrue(rejected.words().contains("Admission check(s): machines, were rejected"), rejected::toString);
        assertEquals("resume it", cure(rejected));
        Result resume = bench.act(name, new JobAction.Resume());
        assertTrue(resume.toString().contains("Kueue had given it up itself."), resume::toString);
        bench.done(resume, name);
        // a Kueue in which this is mended goes on by itself
        Obstacle stuck = first(name, "Kueue: its Workload is active again, but is not considered any more");
        assertEquals("delete its Workload: Kueue makes a new one and considers that", cure(stuck));
        JsonNode old = found(name).orElseThrow().at("/metadata/uid");
        bench.ground.http.send("DELETE", workload(name), "{}");
        bench.lab.await("another Workload", () -> found(name)
                .filter(one -> !one.at("/metadata/uid").equals(old))
                .isPresent());
        check(name, "Ready", "");
        bench.runsOn(name, 2, "");
    }

    /** Without fair sharing nobody would go: the queue uses all of its own, and may not evict to borrow. */
    @Test
    void whomFairSharingPreemptsForAHigherPriorityIsNamedBefore() throws Exception {
        String cohort = bench.name("cohort");
        String own = bench.name("own");
        String borrower = bench.name("borrower");
        String rules = "'cohort':'" + cohort + "','preemption':{'reclaimWithinCohort':'LowerPriority'},";
        bench.ground.queue(own, rules, ControllersGround.granted("plain", 2));
        bench.ground.queue(borrower, rules, ControllersGround.granted("plain", 0));
        bench.ground.queue(bench.name("lender"), rules, ControllersGround.granted("plain", 6));
        List<String> others = List.of(bench.name("runs"), bench.name("runs"), bench.name("runs"));
        for (String job : others) {
            bench.create(Owned.JOB, job, borrower, false, false);
            bench.runsOn(job, 2, "");
        }
        String first = bench.name("first");
        bench.create(Owned.JOB, first, own, false, false);
        bench.runsOn(first, 2, "");
        String waits = bench.name("waits");
        bench.create(Owned.JOB, waits, own, false, true);
        bench.lab.job(waits);
        bench.lab.await("a Workload", () -> bench.told(waits).contains("workload"));
        // what runs and how the queues share is heard of a moment after it is so
        bench.lab.await("all are named" + bench.told(waits), () -> {
            String raised = bench.act(waits, new JobAction.Priority("high")).toString();
            return others.stream().allMatch(job -> raised.contains("team/" + job));
        });
        Result raised = bench.act(waits, new JobAction.Priority("high"));
        bench.done(raised, waits);
        bench.runsOn(waits, 2, "");
        assertEquals(2, bench.running(first).size());
        int left = 0;
        for (String job : others) {
            left += bench.running(job).size();
        }
        assertEquals(4, left, "one of them is stopped");
    }

    @Test
    void oneWhosePodsWereNotReadyInTimeSaysSoAndWhenItIsConsideredAgain() throws Exception {
        String name = bench.name("unready");
        bench.ground.queue(name, Flavor.PLAIN, 8);
        bench.ground.hold();
        bench.create(Owned.JOB, name, name, false, true);
        bench.lab.job(name);
        bench.lab.await("an eviction", () -> bench.told(name).contains("Evicted=True"));
        bench.ground.release();
        bench.lab.await("no pod", () -> bench.pods(name).isEmpty());
        bench.ground.hold();
        Obstacle back = first(name, "Kueue: its pods were not ready in time; considered again at 20");
        assertTrue(cure(back).contains("why its pods do not become ready"), back::toString);
        bench.lab.await("that it is given up", () -> bench.told(name).contains("active false"));
        bench.ground.release();
        bench.lab.await("no pod", () -> bench.pods(name).isEmpty());
        Obstacle over = first(name, "Kueue: its Workload is not active: ");
        assertTrue(over.words().contains("exceeding the maximum number of re-queuing retries"), over::toString);
        assertEquals("resume it", cure(over));
    }
}
