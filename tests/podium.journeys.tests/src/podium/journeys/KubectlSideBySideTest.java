// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.Fate;
import podium.operation.internal.run.EngineTiming;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/** The same node of the same cluster drained twice: by kubectl, and by Podium. */
class KubectlSideBySideTest {
    private static final String NODE = "n1";

    private Optional<Path> kubectl = Optional.empty();

    /**
     * What a drain did.
     *
     * @param deleted pods of the node that went, by namespace and name
     * @param broken moments at which the budget was broken
     */
    private record Drained(TreeSet<String> deleted, List<String> broken, Duration took) {}

    private interface Drain {
        void run(Lab lab) throws Exception;
    }

    @BeforeEach
    void findKubectl() {
        String path = System.getenv().getOrDefault("PATH", "");
        kubectl = Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(kubectl.isPresent(), "kubectl is not installed; the comparison is skipped");
    }

    private Drained measured(Path directory, Drain drain) throws Exception {
        Files.createDirectories(directory);
        SimulatedGround ground = new SimulatedGround(directory);
        try (Lab lab = new Lab(ground, directory, EngineTiming.usual())) {
            TreeSet<String> deleted = new TreeSet<>();
            BudgetWatch budget = ground.watch("web", 3);
            AutoCloseable watch = ground.simulator().store().watch(ResourceTypes.POD, event -> {
                if (event.type() == StoreEvent.Type.DELETED
                        && NODE.equals(
                                event.object().path("spec").path("nodeName").asText())) {
                    synchronized (deleted) {
                        deleted.add(event.object()
                                        .path("metadata")
                                        .path("namespace")
                                        .asText() + "/"
                                + event.object().path("metadata").path("name").asText());
                    }
                }
            });
            long start = System.nanoTime();
            drain.run(lab);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            watch.close();
            return new Drained(deleted, budget.broken(), took);
        }
    }

    private String run(Lab lab, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                kubectl.orElseThrow().toString(),
                "--kubeconfig",
                lab.ground.kubeconfig().toString()));
        Collections.addAll(command, arguments);
        Path output = lab.directory.resolve("kubectl.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(90, TimeUnit.SECONDS), "kubectl does not end");
        String text = Files.readString(output);
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    private static DrainPreview preview(Lab lab) throws Exception {
        DrainRequest request =
                new DrainRequest(List.of(lab.node(NODE)), true, false, Optional.empty(), Optional.empty());
        return lab.inRealm(() -> lab.drains.preview(request));
    }

    private static void podium(Lab lab) throws Exception {
        DrainPreview preview = preview(lab);
        lab.done(lab.inRealm(() -> lab.drains.plan(preview)));
    }

    @Test
    void bothEvictTheSamePodsAndNeitherBreaksABudget(@TempDir Path directory) throws Exception {
        Drained theirs = measured(
                directory.resolve("kubectl"),
                lab -> run(lab, "drain", NODE, "--ignore-daemonsets", "--delete-emptydir-data", "--timeout=80s"));
        Drained ours = measured(directory.resolve("podium"), KubectlSideBySideTest::podium);
        assertFalse(theirs.deleted().isEmpty());
        assertEquals(theirs.deleted(), ours.deleted());
        assertEquals(List.of(), theirs.broken());
        assertEquals(List.of(), ours.broken());
        System.getLogger("podium.tests")
                .log(
                        System.Logger.Level.INFO,
                        "drain of " + ours.deleted().size() + " pods: kubectl "
                                + theirs.took().toMillis() + " ms, Podium "
                                + ours.took().toMillis() + " ms");
    }

    @Test
    void thePreviewNamesExactlyThePodsThatKubectlEvicts(@TempDir Path directory) throws Exception {
        TreeSet<String> foreseen = new TreeSet<>();
        Drained theirs = measured(directory, lab -> {
            preview(lab).pods().stream()
                    .filter(fate -> fate.fate() == Fate.EVICT || fate.fate() == Fate.FINISHED)
                    .forEach(fate -> foreseen.add(
                            fate.task().getNamespace() + "/" + fate.task().getName()));
            run(lab, "drain", NODE, "--ignore-daemonsets", "--delete-emptydir-data", "--timeout=80s");
        });
        assertEquals(theirs.deleted(), foreseen);
    }

    @Test
    void eachSeesTheOthersCordon(@TempDir Path directory) throws Exception {
        try (Lab lab = new Lab(new SimulatedGround(directory), directory)) {
            run(lab, "cordon", NODE);
            var node = lab.node(NODE);
            lab.awaitModel("kubectl's cordon", _ -> node.isUnschedulable());
            lab.run(lab.inRealm(() -> lab.drains.uncordon(List.of(node))));
            assertFalse(run(lab, "get", "node", NODE).contains("SchedulingDisabled"));
        }
    }
}
