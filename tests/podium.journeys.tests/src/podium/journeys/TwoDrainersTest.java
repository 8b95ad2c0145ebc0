// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.api.ObjectRef;
import podium.model.fleet.Node;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.drain.DrainRequest;
import podium.operation.internal.engine.OperationEngine;
import podium.operation.plan.Plan;

/** Two operators, each with a Podium, drain at the same time what overlaps: each is told the truth, and no node is lost for either. */
class TwoDrainersTest {
    private static final List<String> NODES = List.of("n1", "n2", "n3", "n4");

    /** One cluster, and the engines of both. */
    private record Two(Lab lab, OperationEngine mine, OperationEngine theirs) implements AutoCloseable {
        static Two on(Ground.Kind ground, Path directory) throws Exception {
            Lab lab = new Lab(ground.open(directory), directory);
            OperationEngine theirs = OperationEngine.in(lab, directory.resolve("theirs"), Lab.FAST);
            theirs.awaitOpen();
            return new Two(lab, lab.engine, theirs);
        }

        Plan drain(String... nodes) throws Exception {
            List<Node> found = new ArrayList<>();
            for (String node : nodes) {
                found.add(lab.node(node));
            }
            DrainRequest request = new DrainRequest(found, true, false, Optional.empty(), Optional.empty());
            return lab.inRealm(() -> lab.drains.prepare(lab.drains.preview(request)))
                    .call();
        }

        /** The nodes in two pairs, each of which runs some of web; a scheduler puts its pods where it likes. */
        List<List<String>> halves() throws Exception {
            List<String> with = lab.tasks("web", 4, task -> task.getNode() != null).stream()
                    .map(task -> task.getNode().getName())
                    .distinct()
                    .toList();
            assertTrue(with.size() > 1, () -> "all of web is on " + with);
            List<String> rest = new ArrayList<>(NODES);
            rest.removeAll(with.subList(0, 2));
            return List.of(
                    Stream.of(with.get(0), rest.get(0)).sorted().toList(),
                    Stream.of(with.get(1), rest.get(1)).sorted().toList());
        }

        Operation until(OperationEngine engine, String id, Predicate<Operation> wanted) throws Exception {
            try {
                lab.await(
                        "the state of an operation",
                        () -> engine.operation(id).filter(wanted).isPresent());
            } catch (AssertionError e) {
                throw new AssertionError(
                        engine.operation(id)
                                .map(it -> it.state() + " " + it.done() + "/" + it.total() + " " + it.status() + " "
                                        + it.outcome())
                                .orElse("there is no operation " + id),
                        e);
            }
            return engine.operation(id).orElseThrow();
        }

        Operation end(OperationEngine engine, String id) throws Exception {
            return until(engine, id, operation -> operation.state().ended());
        }

        List<String> cordoned() throws Exception {
            List<String> cordoned = new ArrayList<>();
            for (String node : NODES) {
                if (lab.read(ObjectRef.node(node)).at("/spec/unschedulable").asBoolean()) {
                    cordoned.add(node);
                }
            }
            return cordoned;
        }

        @Override
        public void close() throws Exception {
            theirs.close();
            lab.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoShareABudgetWaitForEachOtherAndEachLiftsItsOwnCordonAlone(Ground.Kind ground, @TempDir Path directory)
            throws Exception {
        try (Two two = Two.on(ground, directory)) {
            Plan mine = two.drain("n1");
            Plan theirs = two.drain("n2");
            BudgetWatch watch = two.lab.ground.watch("web", 3);
            String first = two.mine.submit(mine);
            String second = two.theirs.submit(theirs);
            for (Operation done : List.of(two.end(two.mine, first), two.end(two.theirs, second))) {
                assertEquals(OperationState.DONE, done.state(), done::toString);
            }
            assertEquals(List.of(), watch.broken());
            assertEquals(List.of("n1", "n2"), two.cordoned());
            two.mine.undo(first);
            two.until(two.mine, first, operation -> operation.state() == OperationState.UNDONE);
            assertEquals(List.of("n2"), two.cordoned());
        }
    }

    /** Whoever comes second to a node does nothing at all, also to the nodes that nobody else drains. */
    @ParameterizedTest
    @EnumSource
    void whoComesSecondToANodeTouchesNoneAndSaysWhoIsThere(Ground.Kind ground, @TempDir Path directory)
            throws Exception {
        try (Two two = Two.on(ground, directory)) {
            Plan mine = two.drain("n1", "n2");
            Plan theirs = two.drain("n3", "n2");
            two.lab.ground.hold();
            String first = two.mine.submit(mine);
            two.until(two.mine, first, operation -> operation.done() >= 2);
            Operation refused = two.end(two.theirs, two.theirs.submit(theirs));
            assertEquals(OperationState.FAILED, refused.state(), refused::toString);
            assertTrue(refused.outcome().orElse("").contains("is working on Node n2"), refused::toString);
            // planned once the cordon of the other is seen, which is no way around it
            two.lab.awaitModel("the cordon", cluster -> cluster.getNodes().stream()
                    .anyMatch(node -> node.getName().equals("n2") && node.isUnschedulable()));
            Operation again = two.end(two.theirs, two.theirs.submit(two.drain("n3", "n2")));
            assertEquals(OperationState.FAILED, again.state(), again::toString);
            assertTrue(again.outcome().orElse("").contains("is working on Node n2"), again::toString);
            assertEquals(List.of("n1", "n2"), two.cordoned());
            two.lab.ground.release();
            Operation done = two.end(two.mine, first);
            assertEquals(OperationState.DONE, done.state(), done::toString);
            assertEquals(List.of("n1", "n2"), two.cordoned());
        }
    }

    /** Together they leave no node: neither can come to its end, both say why, and each can be aborted by itself. */
    @ParameterizedTest
    @EnumSource
    void whoLeaveNoNodeTogetherBothSayWhatTheyWaitFor(Ground.Kind ground, @TempDir Path directory) throws Exception {
        try (Two two = Two.on(ground, directory)) {
            List<List<String>> halves = two.halves();
            Plan mine = two.drain(halves.get(0).toArray(String[]::new));
            Plan theirs = two.drain(halves.get(1).toArray(String[]::new));
            BudgetWatch watch = two.lab.ground.watch("web", 3);
            String first = two.mine.submit(mine);
            String second = two.theirs.submit(theirs);
            String budget = "a disruption budget forbids it now: The disruption budget web needs 3 healthy pods";
            two.until(two.mine, first, one -> one.status().contains(budget));
            two.until(two.theirs, second, one -> one.status().contains(budget));
            two.theirs.abort(second);
            Operation aborted = two.end(two.theirs, second);
            assertEquals(OperationState.ABORTED, aborted.state(), aborted::toString);
            Operation done = two.end(two.mine, first);
            assertEquals(OperationState.DONE, done.state(), done::toString);
            assertEquals(List.of(), watch.broken());
            assertEquals(halves.get(0), two.cordoned());
        }
    }
}
