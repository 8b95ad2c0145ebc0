// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectWriter;
import podium.core.api.WriteResult;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.Task;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.Fate;
import podium.operation.drain.PodFate;
import podium.testkit.ServerMatrix;

/**
 * Budgets of every shape that is met in the field: what a drain foresees of a pod is what the server answers when its eviction is
 * tried. Shapes as reported in kubernetes issues 75957 (two budgets), 80389 and 72320 (unhealthy pods), 91808 and 113891, and in the
 * documentation of PodDisruptionBudget (percent, 0, empty and missing selectors, pods without a controller).
 */
@ExtendWith(ServerMatrix.class)
abstract class BudgetJourney {
    private static final String WEB = "'selector':{'matchLabels':{'app':'web'}}";
    private static final String BARE = "'selector':{'matchLabels':{'app':'bare'}}";

    /** Name of the shape, the app whose pod is looked at, and the specs of its budgets. */
    private record Shape(String name, String app, String... specs) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape("half", "web", "'minAvailable':'50%'," + WEB),
            new Shape("all", "web", "'minAvailable':'100%'," + WEB),
            new Shape("a quarter", "web", "'maxUnavailable':'25%'," + WEB),
            new Shape("none", "web", "'maxUnavailable':0," + WEB),
            new Shape("every pod of the namespace", "web", "'maxUnavailable':0,'selector':{}"),
            new Shape("no selector", "web", "'maxUnavailable':0"),
            new Shape(
                    "expressions",
                    "web",
                    "'minAvailable':4,'selector':{'matchExpressions':[{'key':'app','operator':'In','values':['web','x']}]}"),
            new Shape(
                    "expressions that leave it out",
                    "web",
                    "'maxUnavailable':0,'selector':{'matchExpressions':"
                            + "[{'key':'app','operator':'NotIn','values':['web']}]}"),
            new Shape("two that both allow it", "web", "'minAvailable':1," + WEB, "'maxUnavailable':3," + WEB),
            new Shape("two of which one covers it", "web", "'minAvailable':1," + WEB, "'maxUnavailable':0," + BARE),
            new Shape(
                    "whatever the health", "web", "'minAvailable':4,'unhealthyPodEvictionPolicy':'AlwaysAllow'," + WEB),
            new Shape("a number, no controller", "bare", "'minAvailable':1," + BARE),
            new Shape("nothing wanted, no controller", "bare", "'minAvailable':0," + BARE),
            new Shape("percent, no controller", "bare", "'minAvailable':'50%'," + BARE),
            new Shape("unavailable, no controller", "bare", "'maxUnavailable':1," + BARE));

    private final Lab lab;

    BudgetJourney(Ground.Kind ground, Path directory) throws Exception {
        lab = new Lab(ground.open(directory), directory);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private static ObjectRef budget(String name) {
        return new ObjectRef("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", "team", name);
    }

    private void delete(String name) {
        lab.connection
                .capability(ObjectWriter.class)
                .orElseThrow()
                .send(
                        new ApiWrite(
                                ApiWrite.Verb.DELETE,
                                budget(name),
                                "",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                "Delete " + name),
                        false);
    }

    /** Lays the budgets of a shape, and waits until their controller has seen them and the model knows what it said. */
    private void lay(Shape shape) throws Exception {
        for (int i = 0; i < shape.specs().length; i++) {
            String name = "shape-" + i;
            lab.create(
                    budget(name),
                    ("{'apiVersion':'policy/v1','kind':'PodDisruptionBudget','metadata':{'name':'" + name
                                    + "','namespace':'team'},'spec':{" + shape.specs()[i] + "}}")
                            .replace('\'', '"'));
            lab.await("the status of " + shape.name(), () -> {
                JsonNode now = lab.read(budget(name));
                return now.at("/status/observedGeneration").asInt() > 0
                        && now.at("/status/observedGeneration").asInt()
                                >= now.at("/metadata/generation").asInt();
            });
            JsonNode status = lab.read(budget(name)).path("status");
            lab.awaitModel("the budget " + shape.name(), cluster -> cluster.getBudgets().stream()
                    .anyMatch(budget -> budget.getName().equals(name)
                            && budget.getCurrentHealthy()
                                    == status.path("currentHealthy").asInt()
                            && budget.getDisruptionsAllowed()
                                    == status.path("disruptionsAllowed").asInt()));
        }
    }

    private boolean serverAllows(Task task) {
        WriteResult answer = lab.connection
                .capability(ObjectWriter.class)
                .orElseThrow()
                .send(
                        new ApiWrite(
                                ApiWrite.Verb.EVICT,
                                ObjectRef.pod(task.getNamespace(), task.getName()),
                                "eviction",
                                "",
                                Optional.of(task.getUid()),
                                Optional.empty(),
                                "Evict"),
                        true);
        return answer instanceof WriteResult.Accepted;
    }

    private static boolean isOf(Task task, String app) {
        return task.getName().startsWith(app);
    }

    @Test
    void whatIsForeseenOfEachShapeIsWhatTheServerAnswers() throws Exception {
        lab.create(
                ObjectRef.pod("team", "bare"),
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"bare\",\"namespace\":\"team\",\"labels\":"
                        + "{\"app\":\"bare\"}},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"example/app:1\"}]}}");
        Task bare = lab.tasks("bare", 1, task -> task.getNode() != null && task.isReady())
                .getFirst();
        Task web = lab.tasks("web", 4, task -> task.getNode() != null && task.isReady())
                .getFirst();
        delete("web");
        lab.awaitModel("no budget", cluster -> cluster.getBudgets().isEmpty());
        Map<String, Boolean> foreseen = new LinkedHashMap<>();
        Map<String, Boolean> answered = new LinkedHashMap<>();
        List<String> unnamed = new ArrayList<>();
        for (Shape shape : SHAPES) {
            lay(shape);
            Task task = shape.app().equals("bare") ? bare : web;
            DrainPreview preview = lab.inRealm(() -> lab.drains.preview(
                    new DrainRequest(List.of(task.getNode()), true, true, Optional.empty(), Optional.empty())));
            List<PodFate> fates = preview.pods().stream()
                    .filter(fate -> isOf(fate.task(), shape.app()))
                    .toList();
            boolean goes = fates.stream().anyMatch(fate -> fate.fate() == Fate.EVICT);
            foreseen.put(shape.name(), goes);
            answered.put(shape.name(), serverAllows(task));
            if (!goes && fates.stream().noneMatch(fate -> fate.reason().contains("shape-"))) {
                unnamed.add(shape.name() + ": " + fates);
            }
            for (int i = 0; i < shape.specs().length; i++) {
                delete("shape-" + i);
            }
            lab.awaitModel("no budget", cluster -> cluster.getBudgets().isEmpty());
        }
        assertEquals(answered.toString(), foreseen.toString());
        assertTrue(answered.containsValue(true) && answered.containsValue(false), answered::toString);
        assertTrue(unnamed.isEmpty(), () -> "a budget that blocks is not named: " + unnamed);
        assertTrue(Trees.text(lab.read(ObjectRef.pod("team", "bare")), "/metadata/deletionTimestamp")
                .isEmpty());
    }
}
