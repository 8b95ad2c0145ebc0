// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.api.ObjectReader;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterTarget;
import podium.core.fleet.NodeTroubleText;
import podium.core.internal.fleet.FleetServiceImpl;
import podium.core.testkit.FakeKnownClusters;
import podium.core.testkit.SingleThreadRealm;
import podium.kubernetes.internal.KubernetesConnector;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.operation.access.BoundSubject;
import podium.operation.access.RoleBindings;
import podium.operation.internal.job.JobActionPlannerImpl;
import podium.operation.internal.plan.PlacementPlannerImpl;
import podium.operation.internal.submit.ClusterComparisons;
import podium.operation.job.JobAction;
import podium.operation.job.JobObjects;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.submit.ClusterComparison.Reading;
import podium.operation.submit.ClusterComparison.Subject;
import podium.operation.submit.ClusterFit;
import podium.placement.Obstacle;
import podium.placement.Obstacle.Cure;
import podium.placement.Target;
import podium.placement.advice.CureMoves;
import podium.placement.advice.RankedPlace;
import podium.placement.advice.SlotMoves.Move;
import podium.placement.internal.PlacementServiceImpl;
import podium.placement.internal.advice.AdviceServiceImpl;
import podium.simulator.Simulator;
import podium.simulator.SimulatorOptions;
import podium.sources.internal.cluster.OpenClusters;
import podium.testkit.Await;

/** What can be tried on the simulated fleets that come with the console. */
class ShippedFleetsTest {
    private static final Pattern COUNTED = Pattern.compile("on (\\d+) nodes?: (.+?)(?:; cordoned as well)?");

    @TempDir
    private Path folder;

    private final SingleThreadRealm realm = new SingleThreadRealm("test realm");
    private final FleetServiceImpl fleet = new FleetServiceImpl(realm);
    private final KubernetesConnector connector = new KubernetesConnector();
    private final OpenClusters open = new OpenClusters(fleet, connector, new FakeKnownClusters(List.of()));
    private final List<Simulator> simulators = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        open.closeAll();
        fleet.close();
        realm.close();
        simulators.forEach(Simulator::close);
    }

    private <T> T inRealm(Callable<T> work) {
        return realm.ask(work);
    }

    /** Opened where it is in the middle of its life, and held there. */
    private Cluster open(String scenario) throws Exception {
        Simulator simulator = Simulator.start(
                SimulatorOptions.defaults().withScenario(scenario).withSpeed(0));
        simulators.add(simulator);
        Path kubeconfig = folder.resolve(scenario);
        simulator.writeKubeconfig(kubeconfig);
        ClusterTarget target = connector.contexts(kubeconfig).getFirst();
        open.open(target);
        Await.until(
                () -> scenario + " is there",
                () -> inRealm(() -> fleet.cluster(target.id())
                        .filter(cluster -> cluster.getConnection() == ConnectionState.LIVE
                                && !cluster.getJobs().isEmpty())
                        .isPresent()));
        return inRealm(() -> fleet.cluster(target.id()).orElseThrow());
    }

    @Test
    void theNodeThatIsOutOfServiceSaysWhyAndNamesItsGpu() throws Exception {
        Cluster factory = open("ai-factory");
        Node node = inRealm(() -> factory.getNodes().stream()
                .filter(one -> one.getName().equals("gpu-r4-n8"))
                .findFirst()
                .orElseThrow());
        String why = "\"waiting for a replacement of GPU 5 (XID 79)\"";
        assertEquals(Optional.of(why), inRealm(() -> NodeTroubleText.remarks(node)));
        assertEquals(
                Optional.of(why),
                inRealm(() -> NodeTroubleText.remarks(node.getAccelerators().get(5))));
        assertEquals(
                Optional.empty(),
                inRealm(() -> NodeTroubleText.remarks(node.getAccelerators().get(4))));
    }

    @Test
    void aJobWaitsInEachOfTwoThatTheOtherTakesAsItIs() throws Exception {
        Cluster factory = open("ai-factory");
        Cluster mixed = open("mixed");
        PlacementServiceImpl placement = inRealm(() -> new PlacementServiceImpl(fleet));
        try {
            ClusterComparisons comparison = new ClusterComparisons(placement, open, fleet);
            ClusterFit there = fit(comparison, factory, mixed, "ocr-ablation");
            assertTrue(there.newNamespace().isEmpty(), there::toString);
            fit(comparison, mixed, factory, "vlm-ft-manual");
        } finally {
            inRealm(() -> {
                placement.close();
                return true;
            });
        }
    }

    private ClusterFit fit(ClusterComparisons comparison, Cluster from, Cluster to, String name) throws Exception {
        Job job = inRealm(() -> from.getJobs().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow());
        assertTrue(
                inRealm(() -> job.getState() == JobState.WAITING || job.getState() == JobState.HELD), name + " waits");
        assertTrue(inRealm(() -> comparison.whyNotMoved(job)).equals(Optional.empty()), name + " may leave");
        Subject subject = inRealm(() -> comparison.take(job)).get(60, TimeUnit.SECONDS);
        List<Reading> readings =
                inRealm(() -> comparison.read(subject, List.of(to))).get(60, TimeUnit.SECONDS);
        ClusterFit there = inRealm(() -> comparison.judge(subject, readings)).getFirst();
        assertTrue(there.against().isEmpty() && there.fit().takes(), there::toString);
        return there;
    }

    /** "on 26 nodes: needs 8 GPUs, not enough free" in Waits are 26 rows of Place that say so. */
    @ParameterizedTest
    @ValueSource(strings = {"ai-factory", "mixed", "nvl72", "dra", "edge"})
    void whatAJobThatWaitsIsToldOfTheNodesIsWhatPlaceAnswersOfEach(String scenario) throws Exception {
        Cluster cluster = open(scenario);
        PlacementServiceImpl placement = inRealm(() -> new PlacementServiceImpl(fleet));
        AdviceServiceImpl advice = new AdviceServiceImpl(placement, InstantSource.system());
        try {
            for (Job job : inRealm(() -> List.copyOf(cluster.getJobs()))) {
                for (Obstacle obstacle : inRealm(() -> placement.obstacles(job))) {
                    Matcher counted = COUNTED.matcher(obstacle.words());
                    if (counted.matches()) {
                        long rows = inRealm(() -> advice.places(new podium.placement.Subject(job, List.of())).stream()
                                .filter(place -> place.target() instanceof Target.OnNode
                                        && place.verdict().why().stream().anyMatch(reason -> reason.rule()
                                                .equals(counted.group(2))))
                                .count());
                        assertEquals(Long.parseLong(counted.group(1)), rows, job.getName() + ": " + obstacle.words());
                    }
                }
            }
        } finally {
            inRealm(() -> {
                placement.close();
                return true;
            });
        }
    }

    /** Each fix is pressed as far as its plan, which the server has checked by reading what it changes. */
    @ParameterizedTest
    @ValueSource(strings = {"ai-factory", "mixed", "nvl72", "dra", "edge"})
    void actAsOffersThoseWhomTheBindingsOfTheFleetName(String scenario) throws Exception {
        Cluster cluster = open(scenario);
        ObjectReader reader =
                open.capability(ClusterId.of(cluster), ObjectReader.class).orElseThrow();
        List<BoundSubject> subjects = RoleBindings.of(reader).subjects();
        assertTrue(
                subjects.stream()
                        .anyMatch(it -> it.name().equals("kim") && it.roles().equals(List.of("view"))),
                subjects::toString);
        assertTrue(
                subjects.stream()
                        .anyMatch(it -> it.name().equals("ana") && it.roles().size() == 2),
                subjects::toString);
    }

    @Test
    void theScaleOfAServiceThatAnAutoscalerScalesSaysSo() throws Exception {
        Cluster factory = open("ai-factory");
        PlacementServiceImpl placement = inRealm(() -> new PlacementServiceImpl(fleet));
        try {
            Job job = inRealm(() -> factory.getJobs().stream()
                    .filter(one -> one.getName().equals("chat-8b"))
                    .findFirst()
                    .orElseThrow());
            JobActionPlannerImpl acts = new JobActionPlannerImpl(open, placement, realm, fleet);
            Result planned = inRealm(() -> acts.plan(List.of(job), new JobAction.Scale(5)))
                    .get(60, TimeUnit.SECONDS);
            List<String> effects =
                    assertInstanceOf(Result.Compiled.class, planned).plan().effects();
            assertTrue(
                    effects.contains(
                            "HorizontalPodAutoscaler chat-8b scales it and will change the number again, within 3 to"
                                    + " 6."),
                    effects::toString);
        } finally {
            inRealm(() -> {
                placement.close();
                return true;
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai-factory", "mixed", "nvl72", "dra", "edge"})
    void everyFixOfEveryJobThatWaitsLeadsToAPlanOrSaysWhatToDo(String scenario) throws Exception {
        Cluster cluster = open(scenario);
        PlacementServiceImpl placement = inRealm(() -> new PlacementServiceImpl(fleet));
        PlacementPlannerImpl places = new PlacementPlannerImpl(placement, placement, open);
        JobActionPlannerImpl acts = new JobActionPlannerImpl(open, placement, realm, fleet);
        AdviceServiceImpl advice = new AdviceServiceImpl(placement, InstantSource.system());
        try {
            for (Job job : inRealm(() -> List.copyOf(cluster.getJobs()))) {
                List<Obstacle> obstacles = inRealm(() -> placement.obstacles(job));
                assertTrue(
                        obstacles.isEmpty()
                                || obstacles.stream().anyMatch(one -> one.cure().isPresent()),
                        () -> job.getName() + " waits without a fix: " + obstacles);
                for (Obstacle obstacle : obstacles) {
                    if (obstacle.cure().isPresent()) {
                        press(job, obstacle.cure().get(), places, acts, advice);
                    }
                }
            }
        } finally {
            inRealm(() -> {
                placement.close();
                return true;
            });
        }
    }

    private void press(
            Job job, Cure cure, PlacementPlannerImpl places, JobActionPlannerImpl acts, AdviceServiceImpl advice)
            throws Exception {
        String what = job.getName() + ": " + cure.words();
        switch (cure) {
            case Cure.Free _, Cure.MoveOff _ -> {
                for (Move move :
                        inRealm(() -> advice.moves(cure)).map(CureMoves::moves).orElse(List.of())) {
                    var one = new podium.placement.Subject(move.task().getJob(), List.of(move.task()));
                    compiled(what, inRealm(() -> places.plan(one, new Target.OnNode(move.to()))));
                }
            }
            case Cure.Place _ -> {
                Optional<RankedPlace> best = inRealm(() -> advice.best(new podium.placement.Subject(job, List.of())));
                if (best.isPresent()) {
                    compiled(
                            what,
                            inRealm(() -> places.plan(
                                    new podium.placement.Subject(job, List.of()),
                                    best.get().target())));
                }
            }
            case Cure.Resume _ -> compiled(what, inRealm(() -> acts.plan(List.of(job), new JobAction.Resume())));
            case Cure.Requeue _ -> compiled(what, inRealm(() -> acts.plan(List.of(job), new JobAction.Requeue())));
            case Cure.Edit edit -> {
                String json = open.capability(ClusterId.of(job.getCluster()), ObjectReader.class)
                        .orElseThrow()
                        .read(JobObjects.ref(job))
                        .orElseThrow();
                assertTrue(json.contains("\"" + edit.field() + "\""), what + " in " + json);
                if (edit.suspendFirst()) {
                    compiled(what, inRealm(() -> acts.plan(List.of(job), new JobAction.Suspend())));
                }
            }
            case Cure.Uncordon uncordon ->
                assertTrue(inRealm(() -> uncordon.nodes().stream().allMatch(Node::isUnschedulable)), what);
            case Cure.Quota quota -> assertTrue(quota.amount() > 0, what);
            case Cure.WhichCluster _ ->
                assertTrue(inRealm(() -> fleet.fleet().getClusters().size() > 1), what);
            case Cure.Partly partly -> press(job, partly.cure(), places, acts, advice);
            case Cure.Elsewhere elsewhere -> assertFalse(elsewhere.words().isBlank(), what);
        }
    }

    private static void compiled(String what, CompletableFuture<Result> planned) throws Exception {
        assertInstanceOf(Result.Compiled.class, planned.get(60, TimeUnit.SECONDS), what);
    }
}
