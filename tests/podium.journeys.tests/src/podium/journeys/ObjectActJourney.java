// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.YamlText;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.object.ObjectAction;
import podium.operation.object.ObjectActionCompiler;
import podium.operation.object.ObjectActionCompiler.Revision;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;

/** Acts on one object on a cluster: plan, check, run through the journal, see it there, take it back. */
abstract class ObjectActJourney {
    private static final ObjectRef API = new ObjectRef("apps", "v1", "deployments", "Deployment", "team", "api");
    private static final ObjectRef SETTINGS = new ObjectRef("", "v1", "configmaps", "ConfigMap", "team", "settings");
    private static final String IMAGE = "/spec/template/spec/containers/0/image";

    private final Lab lab;

    ObjectActJourney(Ground.Kind ground, Path directory) throws Exception {
        lab = new Lab(ground.open(directory), directory);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private ObjectActionCompiler compiler() {
        return lab.connection.capability(ObjectActionCompiler.class).orElseThrow();
    }

    private Plan plan(ObjectRef ref, ObjectAction act) throws Exception {
        return lab.checked(compiler().compile(ref, "", act));
    }

    private String at(ObjectRef ref, String pointer) throws Exception {
        return Trees.text(lab.read(ref), pointer);
    }

    private String json(ObjectRef ref) throws Exception {
        return lab.connection
                .capability(ObjectReader.class)
                .orElseThrow()
                .read(ref)
                .orElseThrow();
    }

    private List<String> running() throws Exception {
        return lab.tasks("api", 3, task -> task.getPhase() == TaskPhase.RUNNING).stream()
                .map(Task::getUid)
                .toList();
    }

    @Test
    void whatIsWrittenOnAnObjectIsThereAndGoesWhenItIsUndone() throws Exception {
        lab.create(
                SETTINGS,
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"settings\",\"namespace\":\"team\"},"
                        + "\"data\":{\"a\":\"1\"}}");
        String before = json(SETTINGS);
        String text = YamlText.authored(before).replace("a: \"1\"", "a: \"2\"\n  b: \"3\"");
        Operation edited = lab.done(plan(SETTINGS, new ObjectAction.Edit(before, text)));
        assertEquals("2", at(SETTINGS, "/data/a"));
        assertInstanceOf(Result.Refused.class, compiler().compile(SETTINGS, "", new ObjectAction.Edit(before, text)));
        lab.undo(edited);
        assertEquals("1", at(SETTINGS, "/data/a"));
        assertEquals("", at(SETTINGS, "/data/b"));
        Operation gone = lab.done(plan(SETTINGS, new ObjectAction.Delete(Optional.empty())));
        assertTrue(lab.read(SETTINGS).isEmpty());
        lab.undo(gone);
        assertEquals("1", at(SETTINGS, "/data/a"));
        ObjectRef node = ObjectRef.node(lab.emptiest());
        Operation marked = lab.done(plan(node, new ObjectAction.Label(List.of("podium.test/tier=gold"))));
        assertEquals("gold", at(node, "/metadata/labels/podium.test~1tier"));
        lab.undo(marked);
        assertEquals("", at(node, "/metadata/labels/podium.test~1tier"));
        Operation tainted = lab.done(plan(node, new ObjectAction.Taint(List.of("podium.test/broken:NoSchedule"))));
        assertTrue(lab.read(node).path("spec").path("taints").toString().contains("podium.test/broken"));
        lab.undo(tainted);
        assertFalse(lab.read(node).path("spec").path("taints").toString().contains("podium.test/broken"));
    }

    /** The server compares a tested text byte by byte with what its own encoder wrote. */
    @Test
    void aTextWithMarksOfMarkupIsEditedAndTakenBack() throws Exception {
        String value = "a && <b> \\u2028 \\t é \\u202e | $(x) 'q'";
        lab.create(
                SETTINGS,
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"settings\",\"namespace\":\"team\","
                        + "\"annotations\":{\"team.test/why\":\"" + value + "\"}},\"data\":{\"a\":\"" + value
                        + "\",\"b\":\"1\"}}");
        String held = at(SETTINGS, "/data/a");
        String before = json(SETTINGS);
        JsonNode changed = Trees.read(before);
        ((ObjectNode) changed.path("data")).put("a", "2 > 1");
        ((ObjectNode) changed.path("metadata").path("annotations")).remove("team.test/why");
        Operation edited =
                lab.done(plan(SETTINGS, new ObjectAction.Edit(before, YamlText.authored(Trees.write(changed)))));
        assertEquals("2 > 1", at(SETTINGS, "/data/a"));
        assertEquals("", at(SETTINGS, "/metadata/annotations/team.test~1why"));
        lab.undo(edited);
        assertEquals(held, at(SETTINGS, "/data/a"));
        assertEquals(held, at(SETTINGS, "/metadata/annotations/team.test~1why"));
        lab.done(plan(SETTINGS, new ObjectAction.Delete(Optional.empty())));
    }

    @Test
    void aRolloutIsRestartedAndRolledBackAndOnePodIsEvicted() throws Exception {
        List<String> first = running();
        String image = at(API, IMAGE);
        lab.done(plan(API, new ObjectAction.Restart()));
        lab.awaitModel(
                "three pods that were not there before",
                cluster -> cluster.getJobs().stream()
                                .filter(job -> job.getName().equals("api"))
                                .flatMap(job -> job.getTasks().stream())
                                .filter(task -> task.getPhase() == TaskPhase.RUNNING && !first.contains(task.getUid()))
                                .count()
                        >= 3);
        String before = json(API);
        lab.done(plan(
                API, new ObjectAction.Edit(before, YamlText.authored(before).replace(image, "example.test/other:2"))));
        lab.await("its revisions", () -> compiler().revisions(API).size() >= 3);
        Revision back = compiler().revisions(API).stream()
                .filter(one -> one.images().contains(image))
                .findFirst()
                .orElseThrow();
        lab.done(plan(API, new ObjectAction.RollBack(back.number())));
        assertEquals(image, at(API, IMAGE));
        Task task =
                lab.tasks("api", 3, one -> one.getPhase() == TaskPhase.RUNNING).getFirst();
        ObjectRef pod = ObjectRef.pod("team", lab.inRealm(task::getName));
        String uid = lab.inRealm(task::getUid);
        lab.done(plan(pod, new ObjectAction.Evict()));
        JsonNode left = lab.read(pod);
        assertFalse(Trees.text(left, "/metadata/uid").equals(uid), left::toString);
    }
}
