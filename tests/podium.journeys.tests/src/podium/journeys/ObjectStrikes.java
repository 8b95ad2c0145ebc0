// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectWriter;
import podium.core.json.YamlText;
import podium.kubernetes.internal.json.Trees;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler;
import podium.operation.object.ObjectAction;
import podium.operation.object.ObjectActionCompiler;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;

/** Somebody else is at work on the same object while an act on it is planned, confirmed, and taken back, for each act, on any ground. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ObjectStrikes {
    private static final String POD = "{\"containers\":[{\"name\":\"c\",\"image\":\"example.test/a:1\"}]}";
    private static final String DEPLOYMENT =
            "{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"metadata\":{\"name\":\"NAME\",\"namespace\":\"team\"},"
                    + "\"spec\":{\"replicas\":1,\"selector\":{\"matchLabels\":{\"app\":\"NAME\"}},\"template\":{\"metadata\":"
                    + "{\"labels\":{\"app\":\"NAME\"}},\"spec\":" + POD + "}}}";
    private static final String MAP =
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"NAME\",\"namespace\":\"team\"},"
                    + "\"data\":{\"a\":\"1\"}}";
    private static final String JOB =
            "{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"metadata\":{\"name\":\"NAME\",\"namespace\":\"team\"},\"spec\":"
                    + "{\"template\":{\"metadata\":{\"annotations\":{\"simulator.podium/duration\":\"24h\"}},\"spec\":"
                    + "{\"restartPolicy\":\"Never\",\"containers\":[{\"name\":\"c\",\"image\":\"example.test/a:1\"}]}}}}";
    private static final String CRON =
            "{\"apiVersion\":\"batch/v1\",\"kind\":\"CronJob\",\"metadata\":{\"name\":\"NAME\",\"namespace\":\"team\"},\"spec\":{\"schedule\":\"0"
                    + " 0 1 1 *\",\"jobTemplate\":{\"spec\":{\"template\":{\"spec\":"
                    + "{\"restartPolicy\":\"Never\",\"containers\":[{\"name\":\"c\",\"image\":\"example.test/a:1\"}]}}}}}}";
    private static final String RESTARTED = "/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt";

    /**
     * Acts.
     *
     * <p>{@code pointer}: what both write; {@code theirs}: a merge patch that sets it to what the act does not want, {@code value}.
     */
    enum Act {
        SCALE(DEPLOYMENT, "/spec/replicas", "{\"spec\":{\"replicas\":2}}", "2"),
        LABEL(MAP, "/metadata/labels/tier", "{\"metadata\":{\"labels\":{\"tier\":\"theirs\"}}}", "theirs"),
        RESTART(
                DEPLOYMENT,
                RESTARTED,
                "{\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"kubectl.kubernetes.io/restartedAt\":\"theirs\"}}}}}",
                "theirs"),
        ROLL_BACK(
                DEPLOYMENT,
                "/spec/template/spec/containers/0/image",
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"theirs\"}]}}}}",
                "theirs"),
        EDIT(MAP, "/data/a", "{\"data\":{\"a\":\"theirs\"}}", "theirs"),
        DELETE(MAP, "/data/a", "{\"data\":{\"a\":\"theirs\"}}", "theirs"),
        SUSPEND(JOB, "/spec/suspend", "{\"spec\":{\"suspend\":true}}", "true"),
        RUN_NOW(CRON, "", "", "");

        private final String json;
        private final String pointer;
        private final String theirs;
        private final String value;

        Act(String json, String pointer, String theirs, String value) {
            this.json = json;
            this.pointer = pointer;
            this.theirs = theirs;
            this.value = value;
        }
    }

    private final Ground.Kind kind;
    private Optional<Lab> opened = Optional.empty();

    ObjectStrikes(Ground.Kind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        opened = Optional.of(new Lab(kind.open(directory), directory));
    }

    @AfterAll
    void close() throws Exception {
        if (opened.isPresent()) {
            opened.get().close();
        }
    }

    private Lab lab() {
        return opened.orElseThrow();
    }

    private ObjectRef made(Act act, String why) throws Exception {
        String name = (act + "-" + why).toLowerCase(Locale.ROOT).replace('_', '-');
        JsonNode object = Trees.read(act.json.replace("NAME", name));
        String group = ObjectRef.groupOf(object.path("apiVersion").asText());
        String one = object.path("kind").asText();
        ObjectRef ref = new ObjectRef(
                group,
                ObjectRef.versionOf(object.path("apiVersion").asText()),
                one.toLowerCase(Locale.ROOT) + "s",
                one,
                "team",
                name);
        make(act, ref);
        return ref;
    }

    private void make(Act act, ObjectRef ref) throws Exception {
        lab().create(ref, act.json.replace("NAME", ref.name()));
        if (act == Act.ROLL_BACK) {
            lab().await("its first revision", () -> compiler().revisions(ref).size() == 1);
            lab().merge(ref, act.theirs.replace("theirs", "example.test/b:2"));
            lab().await("its second revision", () -> compiler().revisions(ref).size() == 2);
        }
        if (act.json.equals(DEPLOYMENT)) {
            lab().await("it is rolled out", () -> {
                JsonNode status = lab().read(ref).path("status");
                return status.path("updatedReplicas").asInt() == 1
                        && status.path("replicas").asInt() == 1
                        && status.path("availableReplicas").asInt() == 1;
            });
        }
        if (act.json.equals(DEPLOYMENT) || act.json.equals(JOB)) {
            // a plan of what begins to run afterwards is refused
            lab().awaitModel("its pod runs", cluster -> cluster.getJobs().stream()
                    .filter(job -> job.getName().equals(ref.name()))
                    .flatMap(job -> job.getTasks().stream())
                    .map(Task::getPhase)
                    .toList()
                    .equals(List.of(TaskPhase.RUNNING)));
        }
    }

    private ObjectActionCompiler compiler() {
        return lab().connection.capability(ObjectActionCompiler.class).orElseThrow();
    }

    private Plan plan(Act act, ObjectRef ref) throws Exception {
        Result result =
                switch (act) {
                    case SCALE -> compiler().compile(ref, "", new ObjectAction.Scale(3));
                    case LABEL -> compiler().compile(ref, "", new ObjectAction.Label(List.of("tier=gold")));
                    case RESTART -> compiler().compile(ref, "", new ObjectAction.Restart());
                    case ROLL_BACK -> compiler().compile(ref, "", new ObjectAction.RollBack(1));
                    case DELETE -> compiler().compile(ref, "", new ObjectAction.Delete(Optional.empty()));
                    case RUN_NOW -> compiler().compile(ref, "", new ObjectAction.Trigger());
                    case EDIT -> {
                        String before = json(ref);
                        yield compiler()
                                .compile(
                                        ref,
                                        "",
                                        new ObjectAction.Edit(
                                                before,
                                                YamlText.authored(before).replace("a: \"1\"", "a: \"2\"")));
                    }
                    case SUSPEND ->
                        lab().connection
                                .capability(JobActionCompiler.class)
                                .orElseThrow()
                                .compile(ref, "", new JobAction.Suspend());
                };
        return assertInstanceOf(Result.Compiled.class, result, result::toString).plan();
    }

    private String json(ObjectRef ref) throws IOException {
        return lab().connection
                .capability(ObjectReader.class)
                .orElseThrow()
                .read(ref)
                .orElseThrow();
    }

    private String at(ObjectRef ref, String pointer) throws IOException {
        return Trees.text(lab().read(ref), pointer);
    }

    private String uid(ObjectRef ref) throws IOException {
        return at(ref, "/metadata/uid");
    }

    /** As a colleague would, with a name of their own. */
    private void patch(ObjectRef ref, String merge) throws Exception {
        lab().kubectl(
                        "patch",
                        ref.kind().toLowerCase(Locale.ROOT) + "/" + ref.name(),
                        "--namespace=team",
                        "--type=merge",
                        "--field-manager=colleague",
                        "--patch=" + merge);
    }

    /** Deletes it and makes another one of the same name. */
    private String again(Act act, ObjectRef ref) throws Exception {
        String before = uid(ref);
        lab().connection
                .capability(ObjectWriter.class)
                .orElseThrow()
                .send(
                        new ApiWrite(
                                ApiWrite.Verb.DELETE,
                                ref,
                                "",
                                "{\"propagationPolicy\":\"Background\"}",
                                Optional.empty(),
                                Optional.empty(),
                                "strike"),
                        false);
        lab().await("it is gone", () -> !uid(ref).equals(before));
        make(act, ref);
        return uid(ref);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RUN_NOW")
    void betweenPlanAndConfirm(Act act) throws Exception {
        ObjectRef ref = made(act, "confirm");
        Plan plan = plan(act, ref);
        patch(ref, act.theirs);
        Operation failed = lab().run(plan);
        if (act == Act.SUSPEND) {
            assertEquals(OperationState.DONE, failed.state(), failed::toString);
            assertTrue(
                    failed.log().stream()
                            .anyMatch(line -> line.text().contains("this is already so, last written by colleague")),
                    failed.log()::toString);
            return;
        }
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        String said = failed.outcome().orElse("");
        assertTrue(said.contains(ref.name()), said);
        assertTrue(said.contains(act.value), () -> "what stands there: " + said);
        assertEquals(act.value, at(ref, act.pointer));
        assertEquals("", at(ref, "/metadata/annotations/podium.operations~1claim"));
    }

    @ParameterizedTest
    @EnumSource
    void anotherOneOfTheSameNameIsSpared(Act act) throws Exception {
        ObjectRef ref = made(act, "again");
        Plan plan = plan(act, ref);
        String uid = again(act, ref);
        Operation failed = lab().run(plan);
        // what was to be deleted is gone
        assertEquals(act == Act.DELETE ? OperationState.DONE : OperationState.FAILED, failed.state(), failed::toString);
        String outcome = failed.outcome().orElse("");
        assertTrue(outcome.contains(act == Act.DELETE ? "Done" : ref.name()), outcome);
        assertEquals(uid, uid(ref));
        assertEquals("", at(ref, "/metadata/deletionTimestamp"));
        assertEquals("", at(ref, "/metadata/labels/tier"));
        assertEquals("", at(ref, RESTARTED));
    }

    @ParameterizedTest
    @EnumSource(names = {"SCALE", "LABEL", "RESTART", "ROLL_BACK", "EDIT"})
    void beforeUndo(Act act) throws Exception {
        ObjectRef ref = made(act, "undo");
        Operation done = lab().done(plan(act, ref));
        patch(ref, act.theirs);
        isLeft(done, ref, act.value, act.pointer);
    }

    /** The value is as we wrote it, but by another hand. */
    @ParameterizedTest
    @EnumSource(names = {"SCALE", "LABEL", "RESTART", "EDIT"})
    void theSameValueByAnotherHandBeforeUndo(Act act) throws Exception {
        ObjectRef ref = made(act, "same");
        Operation done = lab().done(plan(act, ref));
        String ours = at(ref, act.pointer);
        patch(ref, act.theirs);
        String set =
                act == Act.SCALE ? act.theirs.replace("2", ours) : act.theirs.replace("\"theirs\"", "\"" + ours + "\"");
        patch(ref, set);
        isLeft(done, ref, ours, act.pointer);
    }

    private void isLeft(Operation done, ObjectRef ref, String value, String pointer) throws Exception {
        UndoProposal proposal = lab().engine.undoPlan(done.id());
        String fields = lab().read(ref).path("metadata").path("managedFields").toString();
        UndoProposal.Changed changed =
                assertInstanceOf(UndoProposal.Changed.class, proposal, () -> "not told: " + fields + " " + proposal);
        assertTrue(
                changed.changes().stream().anyMatch(one -> one.manager().equals(Optional.of("colleague"))),
                changed::toString);
        lab().engine.undo(done.id());
        lab().await("the refused undo", () -> lab().engine.operations().stream()
                .anyMatch(one -> one.plan().title().contains(ref.name())
                        && one.plan().kind().equals("undo")
                        && one.state().ended()));
        assertEquals(value, at(ref, pointer));
        assertNotEquals(
                OperationState.UNDONE,
                lab().engine.operation(done.id()).orElseThrow().state());
    }

    @ParameterizedTest
    @EnumSource(names = {"DELETE", "RUN_NOW"})
    void whatUndoMakesOrTakesAwayIsNotSomebodyElses(Act act) throws Exception {
        ObjectRef ref = made(act, "back");
        Operation done = lab().done(plan(act, ref));
        if (act == Act.DELETE) {
            lab().create(ref, act.json.replace("NAME", ref.name()).replace("\"1\"", "\"theirs\""));
            lab().engine.undo(done.id());
            lab().await("the end of the undo", () -> lab().engine.operations().stream()
                    .anyMatch(one -> one.plan().kind().equals("undo")
                            && one.plan().title().contains(ref.name())
                            && one.state().ended()));
            assertEquals("theirs", at(ref, "/data/a"));
        } else {
            assertEquals("0 0 1 1 *", at(ref, "/spec/schedule"));
        }
    }
}
