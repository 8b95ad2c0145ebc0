// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.drain.DrainPace;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.internal.run.EngineTiming;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/** A node of some thirty pods under four budgets, drained by kubectl and by Podium: undisturbed, and killed in the middle. */
class CrowdSideBySideTest {
    private static final String NODE = "n1";

    /** Deployments and how many of their pods their budgets want ready. */
    private static final Map<String, Integer> BUDGETS = Map.of("web", 3, "shop", 36, "mail", 37, "feed", 38);

    private static final int MIDDLE = 8;

    private Optional<Path> kubectl = Optional.empty();

    @TempDir
    Path directory = Path.of("");

    /** What a drain did: pods of the node that went, moments at which a budget was broken, wall time. */
    private record Drained(Set<String> deleted, List<String> broken, Duration took) {}

    /** A crowded cluster and what happens on its node. */
    private record Scene(Lab lab, Set<String> deleted) {}

    private interface Drain {
        void run(Scene scene) throws Exception;
    }

    @BeforeEach
    void findKubectl() {
        kubectl = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(kubectl.isPresent(), "kubectl is not installed; the comparison is skipped");
    }

    private Drained measured(String who, Drain drain) throws Exception {
        Path place = Files.createDirectories(directory.resolve(who));
        SimulatedGround ground = new SimulatedGround(place, "crowd.yaml");
        try (Lab lab = new Lab(ground, place, EngineTiming.usual())) {
            for (String crowd : List.of("shop", "mail", "feed")) {
                lab.tasks(crowd, 40, task -> task.getNode() != null && task.isReady());
                lab.awaitModel("the budget of " + crowd, cluster -> cluster.getBudgets().stream()
                        .anyMatch(budget -> budget.getName().equals(crowd) && budget.getCurrentHealthy() == 40));
            }
            List<BudgetWatch> watches = BUDGETS.entrySet().stream()
                    .map(budget -> ground.watch(budget.getKey(), budget.getValue()))
                    .toList();
            Set<String> deleted = new ConcurrentSkipListSet<>();
            AutoCloseable watch = ground.simulator().store().watch(ResourceTypes.POD, event -> {
                var pod = event.object();
                if (event.type() == StoreEvent.Type.DELETED
                        && NODE.equals(pod.path("spec").path("nodeName").asText())) {
                    deleted.add(pod.path("metadata").path("name").asText());
                }
            });
            long start = System.nanoTime();
            try (watch) {
                drain.run(new Scene(lab, deleted));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(
                    lab.podsOn(NODE).stream()
                            .noneMatch(pod -> BUDGETS.keySet().stream().anyMatch(name -> pod.contains("/" + name))),
                    () -> who + " left pods");
            return new Drained(
                    deleted,
                    watches.stream().flatMap(one -> one.broken().stream()).toList(),
                    took);
        }
    }

    private Process kubectl(Lab lab) throws Exception {
        return new ProcessBuilder(
                        kubectl.orElseThrow().toString(),
                        "--kubeconfig",
                        lab.ground.kubeconfig().toString(),
                        "drain",
                        NODE,
                        "--ignore-daemonsets",
                        "--delete-emptydir-data",
                        "--timeout=80s")
                .redirectErrorStream(true)
                .redirectOutput(lab.directory.resolve("kubectl.txt").toFile())
                .start();
    }

    private void end(Process process, Lab lab) throws Exception {
        assertTrue(process.waitFor(90, TimeUnit.SECONDS), "kubectl does not end");
        assertEquals(0, process.exitValue(), () -> text(lab));
    }

    private static String text(Lab lab) {
        try {
            return Files.readString(lab.directory.resolve("kubectl.txt"));
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    private static DrainPreview preview(Lab lab) throws Exception {
        DrainRequest request =
                new DrainRequest(List.of(lab.node(NODE)), true, false, Optional.empty(), Optional.empty());
        return lab.inRealm(() -> lab.drains.preview(request.at(new DrainPace(1, Optional.empty()))));
    }

    private static void done(Lab lab, String id) throws Exception {
        Operation done = lab.until(id, operation -> operation.state().ended());
        assertEquals(OperationState.DONE, done.state(), done::toString);
    }

    private static String submit(Lab lab) throws Exception {
        DrainPreview preview = preview(lab);
        assertEquals(List.of(), preview.blockers());
        return lab.engine.submit(lab.inRealm(() -> lab.drains.plan(preview)));
    }

    private static void report(String what, Drained theirs, Drained ours) {
        System.getLogger("podium.tests")
                .log(
                        System.Logger.Level.INFO,
                        what + " of " + ours.deleted().size() + " pods: kubectl "
                                + theirs.took().toMillis() + " ms, Podium "
                                + ours.took().toMillis() + " ms");
    }

    @Test
    void bothEmptyACrowdedNodeWithoutBreakingABudget() throws Exception {
        Drained theirs = measured("kubectl", scene -> end(kubectl(scene.lab()), scene.lab()));
        Drained ours = measured("podium", scene -> done(scene.lab(), submit(scene.lab())));
        report("drain", theirs, ours);
        assertTrue(
                ours.deleted().size() >= 25,
                () -> "too few pods to tell: " + ours.deleted().size());
        assertEquals(theirs.deleted(), ours.deleted());
        assertEquals(List.of(), theirs.broken());
        assertEquals(List.of(), ours.broken());
    }

    @Test
    void bothGoOnAfterBeingKilledInTheMiddleAndEvictTheSamePods() throws Exception {
        Drained theirs = measured("kubectl", scene -> {
            Process first = kubectl(scene.lab());
            scene.lab().await("some to be gone", () -> scene.deleted().size() >= MIDDLE || !first.isAlive());
            first.destroyForcibly().waitFor();
            end(kubectl(scene.lab()), scene.lab());
        });
        Drained ours = measured("podium", scene -> {
            String id = submit(scene.lab());
            scene.lab().await("some to be gone", () -> scene.deleted().size() >= MIDDLE);
            scene.lab().restart();
            Operation found = scene.lab().engine.operation(id).orElseThrow();
            if (!found.state().ended()) {
                assertEquals(OperationState.INTERRUPTED, found.state());
                scene.lab().engine.resume(id);
            }
            done(scene.lab(), id);
        });
        report("drain, killed in the middle,", theirs, ours);
        assertEquals(theirs.deleted(), ours.deleted());
        assertEquals(List.of(), theirs.broken());
        assertEquals(List.of(), ours.broken());
    }
}
