// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.text.ReadableTime;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.drain.DrainPace;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** The plans of drains that roll over nodes, wait for jobs, or leave them to Kueue. */
class WavePlanTest {
    private static final String WORKLOADS = "/apis/kueue.x-k8s.io/v1beta1/namespaces/team/workloads";

    private final Site site = new Site();
    private final Node n1 = site.node("n1");
    private final Node n2 = site.node("n2");

    WavePlanTest() {
        site.node("n3");
        site.domain("rack-a", n1);
        site.domain("rack-b", n2);
    }

    private static List<String> words(Plan plan) {
        return plan.steps().stream().map(Step::words).toList();
    }

    private DrainPreview preview(DrainPace pace) {
        return site.drains.preview(site.request(n1, n2).at(pace));
    }

    @Test
    void allNodesAreCordonedBeforeTheFirstWaveSoThatNothingIsEvictedTwice() {
        Job web = site.job("Deployment", "web");
        site.task(web, n1, 1);
        site.task(web, n2, 1);
        assertEquals(
                List.of(
                        "Cordon n1",
                        "Cordon n2",
                        "Wave 1 of 2 (rack-a): evict 1 pod from n1",
                        "Check that no new pod came to n1 meanwhile",
                        "Wave 2 of 2 (rack-b): evict 1 pod from n2",
                        "Check that no new pod came to n2 meanwhile"),
                words(site.drains.plan(preview(new DrainPace(1, Optional.empty())))));
    }

    @Test
    void thePlanOfAWholeDomainIsCalledAfterIt() {
        site.domain("rack-c", site.node("n4"), site.node("n5"));
        List<Node> rack = site.cluster.getDomains().getLast().getNodes();
        assertEquals(
                "Drain both nodes of rack-c",
                site.drains
                        .plan(site.drains.preview(site.request(rack.toArray(Node[]::new))))
                        .title());
        assertEquals(
                "Cordon both nodes of rack-c",
                site.drains.cordon(List.copyOf(rack)).title());
    }

    @Test
    void onlyJobsThatEndByThemselvesAreWaitedForUntilOneTime() {
        Task training = site.task(site.job("PyTorchJob", "train"), n1, 1);
        site.task(site.job("Deployment", "web"), n1, 1);
        site.task(site.job("Deployment", "api"), n2, 1);
        Plan plan = site.drains.plan(preview(new DrainPace(2, Optional.of(Duration.ofMinutes(20)))));
        List<Step.Await> waits = plan.steps().stream()
                .filter(Step.Await.class::isInstance)
                .map(Step.Await.class::cast)
                .filter(step -> step.expectation() instanceof Expectation.Ended)
                .toList();
        assertEquals(1, waits.size(), "nothing on n2 ends by itself");
        assertEquals(
                new Expectation.Ended(List.of(training.getUid()), Optional.of(Site.NOW.plus(Duration.ofMinutes(20)))),
                waits.getFirst().expectation());
        assertTrue(plan.effects().stream()
                .anyMatch(line -> line.contains(ReadableTime.of(Instant.parse("2026-03-02T12:20:00Z")))));
    }

    @Test
    void aJobOfKueueIsDeactivatedGoneAndQueuedAgainInsteadOfEvicted() throws Exception {
        Job sweep = site.queued("sweep");
        site.task(sweep, n1, 1);
        site.task(sweep, n2, 1);
        site.task(site.job("Deployment", "web"), n1, 1);
        site.connections.collections.put(
                WORKLOADS,
                List.of(
                        "{\"metadata\":{\"name\":\"job-other\",\"uid\":\"w0\",\"ownerReferences\":[{\"uid\":\"x\"}]}}",
                        "{\"metadata\":{\"name\":\"job-sweep-1\",\"uid\":\"w1\",\"ownerReferences\":[{\"uid\":\"uid-sweep\"}]}}",
                        "{\"metadata\":{\"name\":\"job-sweep-0\",\"uid\":\"w9\",\"ownerReferences\":[{\"uid\":\"uid-sweep\"}]},"
                                + "\"status\":{\"conditions\":[{\"type\":\"Finished\",\"status\":\"True\"}]}}"));
        DrainPreview preview = site.drains.preview(site.request(n1, n2).deactivating(true));
        Plan plan = site.drains.prepare(preview).call();
        assertEquals(
                List.of(
                        "Cordon n1",
                        "Cordon n2",
                        "Deactivate Workload team/job-sweep-1",
                        "wait until 1 pod on n1 has ended with the job that was stopped",
                        "wait until 1 pod on n2 has ended with the job that was stopped",
                        "Queue again: Workload team/job-sweep-1",
                        "Evict 1 pod from n1, n2"),
                words(plan).subList(0, 7));
        Step.Write off = (Step.Write) plan.steps().get(2);
        assertEquals(Optional.of("w1"), off.write().uid());
        assertEquals(active(false), off.write().body());
        assertEquals(active(true), off.undo().orElseThrow().body());
        assertEquals(
                active(true),
                ((Step.Write) plan.steps().get(5)).undo().orElseThrow().body(),
                "an aborted drain leaves it queued");
        assertEquals(
                List.of(
                        "? kueue.x-k8s.io/v1beta2",
                        "? kueue.x-k8s.io/v1beta1",
                        WORKLOADS.replace("workloads", "localqueues"),
                        WORKLOADS),
                site.connections.asked,
                "the newest version first");
    }

    private static String active(boolean active) {
        return "[{\"op\":\"test\",\"path\":\"/spec/active\",\"value\":" + !active
                + "},{\"op\":\"replace\",\"path\":\"/spec/active\",\"value\":" + active + "}]";
    }

    @Test
    void whatAQueueWouldNotAdmitAgainIsEvictedAndThatIsSaid() throws Exception {
        site.task(site.queued("sweep"), n1, 1);
        site.connections.collections.put(
                WORKLOADS,
                List.of(
                        "{\"metadata\":{\"name\":\"job-sweep-1\",\"uid\":\"w1\",\"ownerReferences\":[{\"uid\":\"uid-sweep\"}]},"
                                + "\"spec\":{\"queueName\":\"q\"}}"));
        site.connections.collections.put(
                WORKLOADS.replace("workloads", "localqueues"),
                List.of("{\"metadata\":{\"name\":\"q\"},\"spec\":{\"stopPolicy\":\"Hold\"}}"));
        DrainPreview preview = site.drains.preview(site.request(n1).deactivating(true));
        Plan plan = site.drains.prepare(preview).call();
        assertEquals(
                "team/sweep is evicted pod by pod, not requeued: stopped, Kueue would not admit it again"
                        + " (stopPolicy Hold).",
                plan.effects().getFirst());
        assertEquals("Evict 1 pod from n1", words(plan).get(1));
    }

    @Test
    void thatItsQueueAdmitsStillIsLookedAtRightBeforeAJobIsStopped() throws Exception {
        site.task(site.queued("sweep"), n1, 1);
        site.connections.collections.put(
                WORKLOADS,
                List.of(
                        "{\"metadata\":{\"name\":\"job-sweep-1\",\"uid\":\"w1\",\"ownerReferences\":[{\"uid\":\"uid-sweep\"}]},"
                                + "\"spec\":{\"queueName\":\"q\"}}"));
        site.connections.collections.put(
                WORKLOADS.replace("workloads", "localqueues"),
                List.of(
                        "{\"metadata\":{\"name\":\"q\"},\"status\":{\"conditions\":[{\"type\":\"Active\",\"status\":\"True\"}]}}"));
        DrainPreview preview = site.drains.preview(site.request(n1).deactivating(true));
        assertEquals(
                List.of("Make sure that queue q admits jobs", "Deactivate Workload team/job-sweep-1"),
                words(site.drains.prepare(preview).call()).subList(1, 3));
    }

    @Test
    void aQueuedJobWithoutAWorkloadIsEvictedAndThatIsSaid() throws Exception {
        site.task(site.queued("sweep"), n1, 1);
        site.connections.collections.put(WORKLOADS, List.of());
        Plan plan = site.drains
                .prepare(site.drains.preview(site.request(n1).deactivating(true)))
                .call();
        assertTrue(
                words(plan).contains("Evict 1 pod from n1"), () -> words(plan).toString());
        assertTrue(plan.effects().getLast().startsWith("No Workload of Kueue was found for team/sweep"));
    }

    @Test
    void aServerWithoutKueueIsAnErrorNotAGuess() {
        site.task(site.queued("sweep"), n1, 1);
        DrainPreview preview = site.drains.preview(site.request(n1).deactivating(true));
        assertThrows(IOException.class, () -> site.drains.prepare(preview).call());
        assertThrows(IllegalArgumentException.class, () -> site.drains.plan(preview));
    }

    @Test
    void withoutJobsOfKueueNothingIsRead() throws Exception {
        site.task(site.job("Deployment", "web"), n1, 1);
        DrainPreview preview = site.drains.preview(site.request(n1).deactivating(true));
        assertEquals(
                words(site.drains.plan(preview)),
                words(site.drains.prepare(preview).call()));
        assertEquals(List.of(), site.connections.asked);
    }

    @Test
    void jobsAreEitherWaitedForOrDeactivated() {
        DrainRequest request = site.request(n1).deactivating(true);
        assertThrows(
                IllegalArgumentException.class, () -> request.at(new DrainPace(1, Optional.of(Duration.ofMinutes(1)))));
    }
}
