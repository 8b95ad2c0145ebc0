// SPDX-License-Identifier: Apache-2.0
package podium.journeys.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import podium.core.api.ApiWrite;
import podium.kubernetes.internal.json.Trees;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** The diff of each plan, beside what its writes do to the objects. */
class PlanDiffTest {
    private static List<EveryPlan.Made> all = List.of();

    @BeforeAll
    static void compile() throws IOException {
        all = EveryPlan.all();
    }

    private static List<ApiWrite> writes(List<Step> steps) {
        List<ApiWrite> writes = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Write write -> writes.add(write.write());
                case Step.Barrier barrier -> barrier.writes().forEach(one -> writes.add(one.write()));
                case Step.Await _, Step.EvictAll _ -> {}
            }
        }
        return writes;
    }

    private static Applied after(EveryPlan.Made made) throws IOException {
        Applied server = new Applied(made.objects());
        for (ApiWrite write : writes(made.plan().steps())) {
            server.take(write);
        }
        return server;
    }

    /** Leaves that differ, as "path: before -> after". */
    private static Set<String> differences(Map<String, String> before, Map<String, String> after) {
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        Set<String> differences = new TreeSet<>();
        for (String path : paths) {
            String was = before.getOrDefault(path, "");
            String is = after.getOrDefault(path, "");
            if (!was.equals(is)) {
                differences.add(path + ": " + was + " -> " + is);
            }
        }
        return differences;
    }

    private static JsonNode yaml(String text) throws IOException {
        Object loaded =
                text.isEmpty() ? Map.of() : new Load(LoadSettings.builder().build()).loadFromString(text);
        return Trees.read(new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(loaded));
    }

    private static Map<String, Set<String>> shown(Plan plan) throws IOException {
        Map<String, Set<String>> shown = new TreeMap<>();
        for (ObjectChange change : plan.changes()) {
            shown.computeIfAbsent(change.object(), _ -> new TreeSet<>())
                    .addAll(differences(Leaves.of(yaml(change.before())), Leaves.of(yaml(change.after()))));
        }
        return shown;
    }

    private static Map<String, Set<String>> done(EveryPlan.Made made) throws IOException {
        Applied server = after(made);
        Map<String, Set<String>> done = new TreeMap<>();
        for (ApiWrite write : writes(made.plan().steps())) {
            String path = write.target().path();
            JsonNode before = made.objects().getOrDefault(path, MissingNode.getInstance());
            JsonNode now = server.objects.getOrDefault(path, MissingNode.getInstance());
            Set<String> differences = differences(Leaves.of(before), Leaves.of(now));
            if (!differences.isEmpty()) {
                String space = write.target().namespace();
                done.put(
                        write.target().kind() + " " + (space.isEmpty() ? "" : space + "/")
                                + write.target().name(),
                        differences);
            }
        }
        return done;
    }

    @Test
    void whatIsShownIsWhatIsDoneAndNothingElse() throws IOException {
        for (EveryPlan.Made made : all) {
            assertEquals(done(made), shown(made.plan()), made.name());
        }
    }

    @Test
    void whatUndoLeavesIsWhatWasThere() throws IOException {
        Set<String> kinds = new HashSet<>();
        for (EveryPlan.Made made : all) {
            Applied server = after(made);
            for (ApiWrite write : writes(made.plan().undo())) {
                // what a controller makes of the owner is not there, and need not be deleted
                if (write.verb() != ApiWrite.Verb.DELETE
                        || server.objects.containsKey(write.target().path())) {
                    server.take(write);
                }
            }
            boolean replaces = writes(made.plan().undo()).stream()
                    .anyMatch(one -> one.verb() == ApiWrite.Verb.DELETE
                            && made.objects().containsKey(one.target().path()));
            // pods that were released come back by their owner, not by a write
            boolean pods = writes(made.plan().steps()).stream()
                    .anyMatch(one -> one.target().kind().equals("Pod"));
            if (!made.plan().canUndo() || replaces || pods) {
                continue;
            }
            kinds.add(made.plan().kind());
            for (ApiWrite write : writes(made.plan().steps())) {
                String path = write.target().path();
                Map<String, String> was = Leaves.of(made.objects().getOrDefault(path, MissingNode.getInstance()));
                Map<String, String> is = Leaves.of(server.objects.getOrDefault(path, MissingNode.getInstance()));
                is.remove("/metadata/annotations/podium.operations/created");
                assertEquals(was, is, made.name());
            }
        }
        assertTrue(kinds.containsAll(Set.of("place", "hold", "free", "scale", "suspend", "queue")), kinds::toString);
    }

    @Test
    void whatCannotBeUndoneIsNotCalledUndoable() throws IOException {
        for (EveryPlan.Made made : all) {
            String words = String.join(" ", made.plan().effects());
            assertTrue(made.plan().canUndo() || !words.contains("Undo "), made.name() + ": " + words);
        }
    }

    @Test
    void whatDoesNotRunIsNotSaidToRestartOrToLoseAnything() throws IOException {
        for (EveryPlan.Made made : all) {
            boolean idle =
                    made.name().contains(" suspended ") && !made.plan().kind().equals("delete");
            String words =
                    made.plan().title() + " " + String.join(" ", made.plan().effects());
            if (idle && made.plan().steps().stream().noneMatch(PlanDiffTest::isStop)) {
                assertTrue(!words.contains("restart") && !words.contains("Restart"), made.name() + ": " + words);
            }
        }
    }

    private static boolean isStop(Step step) {
        return step.words().startsWith("Suspend ")
                || step.words().startsWith("Delete ")
                || step.words().startsWith("Have Kueue");
    }
}
