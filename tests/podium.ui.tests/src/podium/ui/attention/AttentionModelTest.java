// SPDX-License-Identifier: Apache-2.0
package podium.ui.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.change.SchedulingObject.PodRefusal;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.DefaultReason;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.Metric;
import podium.core.testkit.FakeFleetService;
import podium.core.testkit.SingleThreadRealm;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Domain;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Condition;
import podium.model.value.Conditions;
import podium.model.value.DeviceTaint;
import podium.model.value.DeviceTaints;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.Taints.Cordon;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Plan;
import podium.telemetry.TelemetryStore;
import podium.telemetry.internal.MemoryTelemetryStore;
import podium.testkit.Await;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeSources;
import podium.ui.toolkit.BackgroundWork;

/** What is wrong in a cluster stands in one list, worst first, and what is wrong with many is one line. */
class AttentionModelTest {
    private final FakeFleet made = new FakeFleet();
    private final SingleThreadRealm realm = new SingleThreadRealm("test realm");
    private final FakeFleetService fleet = new FakeFleetService(made.fleet(), realm);
    private final BackgroundWork background = new BackgroundWork(realm);
    private final MemoryTelemetryStore store = new MemoryTelemetryStore();
    private final FakeSources sources = new FakeSources();
    private final List<Operation> operations = new ArrayList<>();
    private final Cluster cluster = made.cluster("lab", 24);

    @AfterEach
    void close() {
        background.close();
        realm.close();
    }

    private AttentionModel model() {
        return model(cluster, store);
    }

    private AttentionModel model(Cluster of, TelemetryStore readings) {
        AttentionModel model = realm.ask(() -> new AttentionModel(
                fleet,
                readings,
                sources,
                () -> operations,
                job -> "no H200 here; 3 nodes are cordoned",
                background,
                () -> FakeFleet.NOW));
        Await.until(
                () -> "all was looked at",
                () -> realm.ask(() -> {
                    model.tick();
                    return model.isKnown(of);
                }));
        return model;
    }

    private List<String> words(EObject of) {
        AttentionModel model = model();
        assertEquals(realm.ask(() -> model.lines(cluster)).size(), realm.ask(() -> model.count(cluster)));
        return realm.ask(() -> model.lines(of)).stream()
                .map(line -> line.words().replace('\u2009', ' '))
                .toList();
    }

    private Node node(int index) {
        return cluster.getNodes().get(index);
    }

    private static void ready(Node node, Readiness readiness, Instant since) {
        node.setReadiness(readiness);
        node.setConditions(new Conditions(List.of(new Condition("Ready", "False", "", "", since.toString()))));
    }

    @Test
    void whereNothingIsWrongThereIsNoLine() {
        assertEquals(List.of(), words(cluster));
    }

    @Test
    void aNodeThatIsDownIsOneLineWithWhatIsLostWithItAndSinceWhen() {
        Job job = made.job(cluster, "train", "Job", JobState.RUNNING, 1, 8);
        made.task(job, 0, TaskPhase.RUNNING, List.of(node(3)));
        ready(node(3), Readiness.NOT_READY, FakeFleet.NOW.minus(Duration.ofMinutes(12)));
        node(3).setUnschedulable(true);
        node(3).getAccelerators().getFirst().setHealth(Health.FAILED);
        assertEquals(List.of("a1-n4 is not ready, for 12 min: 8 GPUs, 1 job on it"), words(cluster));
        node(3).setReadiness(Readiness.UNKNOWN);
        assertEquals(List.of("a1-n4 does not report, for 12 min: 8 GPUs, 1 job on it"), words(cluster));
    }

    @Test
    void theWorstComesFirstWhateverCameFirst() {
        Job waits = made.job(cluster, "llm-180b", "Job", JobState.WAITING, 4, 8);
        waits.setCreated(FakeFleet.NOW.minus(Duration.ofHours(3)));
        node(5).setUnschedulable(true);
        node(5).setTaints(new Taints(
                List.of(),
                Optional.of(new Cordon(FakeFleet.NOW.minus(Duration.ofHours(5)).toString(), "2026-03-03"))));
        Job failing = made.job(cluster, "shard-loader", "Deployment", JobState.FAILING, 1, 0);
        failing.setReason("CrashLoopBackOff: back-off 300s restarting failed container=main");
        Task task = made.task(failing, 0, TaskPhase.STARTING, List.of());
        task.setRestarts(12);
        task.setFailed(FakeFleet.NOW.minus(Duration.ofMinutes(2)));
        node(2).getAccelerators().get(5).setHealth(Health.FAILED);
        node(2).getAccelerators().get(5).setHealthReason("it has fallen off the bus");
        assertEquals(
                List.of(
                        "GPU 5 of a1-n3 has failed: it has fallen off the bus",
                        "shard-loader is failing, last 2 min ago: CrashLoopBackOff, 12 restarts",
                        "a1-n6 is cordoned, for 5 h: 8 of 8 GPUs unused, by Podium",
                        "llm-180b waits, for 3 h: no H200 here"),
                words(cluster));
    }

    @Test
    void whatADriverOrAConditionTellsOfADeviceIsALine() {
        Accelerator device = node(1).getAccelerators().get(2);
        device.setTaints(
                new DeviceTaints(List.of(new DeviceTaint(new Taint("gpu.nvidia.com/xid", "79", "NoSchedule"), ""))));
        node(4).setConditions(new Conditions(List.of(
                new Condition("Ready", "True", "", "", ""),
                new Condition("EtcdIsVoter", "True", "", "", ""),
                new Condition(
                        "GpuNvlinkWatch",
                        "True",
                        "",
                        "link 3 is down",
                        FakeFleet.NOW.minus(Duration.ofMinutes(30)).toString()))));
        store.append(
                new DeviceKey(ClusterId.of(cluster), node(6).getName(), 1),
                Metric.XID,
                FakeFleet.NOW.toEpochMilli() - 1000,
                79);
        assertEquals(
                List.of(
                        "GPU 1 of a1-n7 has failed: XID 79, read by the node's exporter; Kubernetes still offers"
                                + " it",
                        "a1-n5 reports GpuNvlinkWatch, for 30 min: link 3 is down",
                        "GPU 2 of a1-n2 is tainted: gpu.nvidia.com/xid=79:NoSchedule, published by its driver"),
                words(cluster));
    }

    @Test
    void jobsThatFailOrGetNoPodsAreTheirLinesAndWhatFailedLongAgoIsNone() {
        Job failed = made.job(cluster, "tokenize", "Job", JobState.FAILED, 1, 0);
        failed.setReason("BackoffLimitExceeded");
        failed.setFinished(FakeFleet.NOW.minus(Duration.ofHours(3)));
        made.job(cluster, "ages-ago", "Job", JobState.FAILED, 1, 0)
                .setFinished(FakeFleet.NOW.minus(Duration.ofDays(3)));
        Job refused = made.job(cluster, "web", "Deployment", JobState.WAITING, 1, 0);
        refused.setReason(DefaultReason.REFUSED + ": quota");
        refused.setCreated(FakeFleet.NOW.minus(Duration.ofMinutes(1)));
        Job lacks = made.job(cluster, "batch", "Job", JobState.WAITING, 1, 0);
        lacks.setCreated(FakeFleet.NOW.minus(Duration.ofMinutes(2)));
        SchedulingObjects facts = new SchedulingObjects();
        facts.listed("Pod");
        facts.seen(new PodRefusal("research", lacks.getUid(), "exceeded quota: gold", true, FakeFleet.NOW));
        cluster.setFacts(facts);
        assertEquals(
                List.of(
                        "batch: the server refuses its pods, for 2 min: exceeded quota: gold",
                        "web: the server refuses its pods, for 1 min: " + DefaultReason.REFUSED + ": quota",
                        "tokenize failed 3 h ago: BackoffLimitExceeded"),
                words(cluster));
    }

    @Test
    void jobsThatWaitForAnHourAreOneLineThatSaysWhyTheFirstDoes() {
        for (int hours = 0; hours < 4; hours++) {
            made.job(cluster, "wait-" + hours, "Job", JobState.WAITING, 1, 8)
                    .setCreated(FakeFleet.NOW.minus(Duration.ofHours(hours)));
        }
        assertEquals(List.of("3 jobs waiting for over 1 h, the longest for 3 h: wait-3, no H200 here"), words(cluster));
    }

    @Test
    void devicesThatAreHeldAndIdleAreOneLineWithWhoseTheyAre() {
        Job job = made.job(cluster, "notebook", "Job", JobState.RUNNING, 1, 2);
        made.task(job, 0, TaskPhase.RUNNING, List.of(node(0))).setStarted(FakeFleet.NOW.minus(Duration.ofHours(2)));
        for (int minute = 60; minute >= 0; minute--) {
            for (int index = 0; index < 2; index++) {
                store.append(
                        new DeviceKey(ClusterId.of(cluster), node(0).getName(), index),
                        Metric.ACTIVITY,
                        FakeFleet.NOW.minus(Duration.ofMinutes(minute)).toEpochMilli(),
                        0);
            }
        }
        assertEquals(List.of("2 GPUs held but idle, for up to 1 h: notebook (2)"), words(cluster));
    }

    @Test
    void aSourceThatIsNotReadAndAnOperationThatStoppedInTheMiddleAreTheirLines() {
        sources.source(
                "lab",
                new ExporterEndpoint(node(8).getName(), "dcgm", "/api/v1/x"),
                Optional.of(FakeFleet.NOW.minus(Duration.ofMinutes(5))),
                0,
                Optional.of("connection refused"));
        Plan drain = new Plan(
                ClusterId.of(cluster), "drain", "Drain a1-n2", List.of(), List.of(), List.of(), List.of(), List.of());
        operations.add(Examples.operation("1", drain, OperationState.INTERRUPTED, 0, 1, Optional.empty()));
        operations.add(Examples.operation("2", drain, OperationState.DONE, 1, 1, Optional.empty()));
        List<String> lines = words(cluster);
        assertEquals(
                List.of(
                        "Drain a1-n2: interrupted 1 min ago",
                        "Metrics of a2-n1 are not read, for 5 min: connection refused"),
                lines);
        assertEquals(List.of(lines.getLast()), words(node(8)));
        node(8).setReadiness(Readiness.UNKNOWN);
        node(8).setConditions(Conditions.none());
        assertEquals(List.of("a2-n1 does not report: 8 GPUs"), words(node(8)), "the rest follows from that");
    }

    @Test
    void whatIsWrongWithManyNodesIsOneLineWithWhereMostOfThemAre() {
        Domain zone = FleetFactory.INSTANCE.createDomain();
        zone.setName("zone-3");
        zone.setLevel("zone");
        Domain last = cluster.getDomains().getLast();
        List<Domain> racks = List.copyOf(cluster.getDomains());
        cluster.getDomains().add(zone);
        zone.getDomains().addAll(racks.subList(0, 2));
        IntStream.range(0, 18)
                .forEach(i -> ready(node(i), Readiness.NOT_READY, FakeFleet.NOW.minus(Duration.ofMinutes(20 + i))));
        assertEquals(
                List.of("18 nodes not ready, for up to 37 min: rack a1 (8), rack a2 (8), rack a3 (2)"), words(cluster));
        Domain more = FleetFactory.INSTANCE.createDomain();
        more.setName("a4");
        more.setLevel("rack");
        zone.getDomains().add(more);
        node(0).setDomain(more);
        assertEquals(List.of("18 nodes not ready, for up to 37 min: zone-3 (16), rack a3 (2)"), words(cluster));
        assertEquals(
                List.of("a3-n1 is not ready, for 36 min: 8 GPUs", "a3-n2 is not ready, for 37 min: 8 GPUs")
                        .reversed(),
                words(last));
        assertEquals(List.of("a1-n1 is not ready, for 20 min: 8 GPUs"), words(node(0)));
    }

    @Test
    void aClusterThatIsNotHeardSaysSoFirst() {
        node(0).getAccelerators().getFirst().setHealth(Health.FAILED);
        cluster.setConnection(ConnectionState.STALE);
        cluster.setConnectionMessage("the server does not answer");
        cluster.setConnectionSince(FakeFleet.NOW.minus(Duration.ofMinutes(5)));
        List<String> lines = words(cluster);
        assertEquals("lab: stale, for 5 min: the server does not answer", lines.getFirst());
        assertEquals(2, lines.size(), lines::toString);
        assertEquals(
                List.of(lines.getFirst()),
                words(cluster.getDomains().getLast()),
                "nor is it known that nothing is wrong in a rack");
    }

    /** 40,000 devices, of which the readings of eight are asked for. */
    @Test
    void ofWhatChangesOnlyThatIsLookedAt() {
        AtomicInteger asked = new AtomicInteger();
        TelemetryStore counted = (TelemetryStore) Proxy.newProxyInstance(
                TelemetryStore.class.getClassLoader(), new Class<?>[] {TelemetryStore.class}, (proxy, method, of) -> {
                    asked.addAndGet(of != null && of.length == 2 && of[1] == Metric.XID ? 1 : 0);
                    return method.invoke(store, of);
                });
        Cluster large = made.cluster("large", 5_000);
        AttentionModel model = model(large, counted);
        Await.until(
                () -> "nothing is left to look at",
                () -> realm.ask(() -> {
                    asked.set(0);
                    model.tick();
                    return asked.get() == 0;
                }));
        realm.ask(() -> {
            Node changed = large.getNodes().get(4_000);
            changed.setUnschedulable(true);
            fleet.tell(Set.of(changed), Set.of(), Set.of());
            model.tick();
            model.tick();
            return 0;
        });
        assertEquals(8, asked.get());
        assertEquals(1, realm.ask(() -> model.count(large)));
    }

    /** As a snapshot is opened: the model looks again before it has what it holds. */
    @Test
    void whatAClusterGetsAfterItWasFirstListedIsLookedAt() {
        AttentionModel model = model();
        Cluster late = realm.ask(() -> {
            Cluster added = fleet.add(new ClusterId("snapshot /a.fleet//lab", "lab (a.fleet)", "ctx"), "ctx", false);
            added.setConnection(ConnectionState.CONNECTING);
            fleet.tell(added);
            model.tick();
            model.tick();
            node(0).setUnschedulable(true);
            Job failing = made.job(cluster, "loader", "Deployment", JobState.FAILING, 1, 0);
            added.getNodes().add(node(0));
            added.getJobs().add(failing);
            added.setConnection(ConnectionState.CLOSED);
            fleet.stands(added);
            return added;
        });
        Await.until(
                () -> "all was looked at",
                () -> realm.ask(() -> {
                    model.tick();
                    return model.isKnown(late);
                }));
        assertEquals(2, realm.ask(() -> model.count(late)));
    }

    @Test
    void nothingIsToldToNeedNoAttentionBeforeAllOfItWasLookedAt() {
        AttentionModel model = model();
        Cluster large = realm.ask(() -> {
            Cluster added = made.cluster("large", 5_000);
            added.getNodes().getLast().setUnschedulable(true);
            added.setConnection(ConnectionState.STALE);
            fleet.tell(added);
            return added;
        });
        Await.until(
                () -> "all was looked at",
                () -> realm.ask(() -> {
                    model.tick();
                    return model.isKnown(large);
                }));
        assertEquals(2, realm.ask(() -> model.count(large)), "it is not heard, and its last node is cordoned");
    }

    @Test
    void whoListensIsToldOnceOfWhatChanged() {
        AttentionModel model = model();
        List<String> told = new ArrayList<>();
        realm.ask(() -> model.listen(() -> told.add("told")));
        node(0).setUnschedulable(true);
        realm.ask(() -> {
            fleet.tell(new FleetDelta(Set.of(), Set.of(node(0)), Set.of(), Set.of(), false));
            model.tick();
            model.tick();
            return 0;
        });
        assertEquals(List.of("told"), told);
        realm.ask(() -> {
            model.tick();
            model.tick();
            return 0;
        });
        assertEquals(List.of("told"), told, "nothing else changed");
        assertFalse(realm.ask(() -> model.lines(cluster)).isEmpty());
    }
}
