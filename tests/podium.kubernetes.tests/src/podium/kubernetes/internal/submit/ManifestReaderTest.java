// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Gates;
import podium.model.value.TaskSpec;
import podium.operation.plan.CreationMark;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.submit.Manifest;
import podium.operation.submit.Manifest.Flaw;
import podium.operation.submit.Manifest.Item;
import podium.operation.submit.Manifest.Work;
import podium.operation.submit.ManifestCompiler.Source;
import podium.operation.submit.ManifestCompiler.Way;

/** From texts to objects with names and pods, and to the writes that create them. */
class ManifestReaderTest {
    private static final String JOB = """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: train
          uid: old
          creationTimestamp: "2026-01-01T00:00:00Z"
        spec:
          parallelism: 4
          completions: 4
          template:
            metadata: {labels: {app: train}}
            spec:
              restartPolicy: Never
              containers:
              - name: main
                image: example/train:1
                resources: {limits: {nvidia.com/gpu: 8}}
        status: {active: 3}
        """;
    private static final String CONFIG =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {a: '1'}\n---\n";
    private final Shop shop = new Shop();

    private Manifest read(String text) throws IOException {
        return shop.submitter().read(List.of(new Source("", text)), "team");
    }

    private Flaw flaw(String text) throws IOException {
        Manifest manifest = read(text);
        assertEquals(1, manifest.flaws().size(), manifest::toString);
        return manifest.flaws().getFirst();
    }

    private Plan plan(String text, Way way) throws IOException {
        Result result = shop.submitter().compile(read(text), way);
        return assertInstanceOf(Result.Compiled.class, result, result::toString).plan();
    }

    private String refusal(String text, Way way) throws IOException {
        Result result = shop.submitter().compile(read(text), way);
        return assertInstanceOf(Result.Refused.class, result, result::toString).reason();
    }

    private static JsonNode created(Plan plan, int step) throws IOException {
        return Trees.read(((Step.Write) plan.steps().get(step)).write().body());
    }

    /** "containres" was a job without containers: 0 GPUs, which fit on 31 of 32 nodes. */
    @Test
    void aFieldThatItsKindDoesNotHaveIsNamedAtItsLine() throws IOException {
        shop.put("/openapi/v3", """
            {"paths": {"apis/batch/v1": {"serverRelativeURL": "/openapi/v3/apis/batch/v1?hash=1"}}}
            """).put("/openapi/v3/apis/batch/v1?hash=1", """
                {"components": {"schemas": {"Job": {
                  "x-kubernetes-group-version-kind": [{"group": "batch", "version": "v1", "kind": "Job"}],
                  "properties": {"apiVersion": {}, "kind": {}, "metadata": {}, "status": {},
                    "spec": {"properties": {"parallelism": {}, "completions": {},
                      "template": {"properties": {"metadata": {}, "spec": {"properties": {"restartPolicy": {},
                        "containers": {"items": {"properties": {"name": {}, "image": {}, "resources": {}}}}}}}}}}}}}}}
                """);
        assertEquals(1, read(JOB).items().size());
        String wrong = JOB.replace("containers:", "containres:");
        Flaw flaw = flaw(wrong);
        assertEquals(
                "Job has no field spec.template.spec.containres in this cluster. Did you mean containers?",
                flaw.problem());
        assertEquals(14, flaw.at().line());
        assertEquals(0, read(wrong).items().size(), "it is placed nowhere");
        flaw = flaw(JOB.replace("image:", "img:"));
        assertEquals("Job has no field spec.template.spec.containers[0].img in this cluster.", flaw.problem());
        assertEquals(16, flaw.at().line());
        Manifest moved = shop.submitter().read(List.of(new Source("", wrong, false)), "team");
        assertEquals(List.of(), moved.flaws(), "what another version of the server wrote into it");
    }

    /** The server says "cannot unmarshal string into Go struct field", and of no line. */
    @Test
    void aValueOfAnotherTypeThanItsFieldIsNamedAtItsLineInPlainWords() throws IOException {
        shop.put("/openapi/v3", """
            {"paths": {"apis/batch/v1": {"serverRelativeURL": "/openapi/v3/apis/batch/v1?hash=1"}}}
            """).put("/openapi/v3/apis/batch/v1?hash=1", """
                {"components": {"schemas": {"Job": {
                  "x-kubernetes-group-version-kind": [{"group": "batch", "version": "v1", "kind": "Job"}],
                  "additionalProperties": {}, "properties": {"spec": {"additionalProperties": {},
                    "properties": {"parallelism": {"type": "integer"}, "suspend": {"type": "boolean"}}}}}}}}
                """);
        assertEquals(List.of(), read(JOB).flaws());
        Flaw flaw = flaw(JOB.replaceFirst("parallelism: .*", "parallelism: two"));
        assertEquals("spec.parallelism must be a whole number, not \"two\".", flaw.problem());
        assertEquals(
                JOB.substring(0, JOB.indexOf("parallelism")).lines().count(),
                flaw.at().line());
        flaw = flaw(JOB.replaceFirst("parallelism: .*", "parallelism: \"2\""));
        assertEquals("Write it without quotes.", flaw.advice());
        flaw = flaw(JOB.replaceFirst("parallelism: .*", "suspend: [1]"));
        assertEquals("spec.suspend must be true or false, not a list.", flaw.problem());
    }

    /** It was told in a second dialog, and Submit was gone. */
    @Test
    void aJobWhoseNameIsInUseIsNamedAtTheLineOfItsNameWhileItIsWritten() throws IOException {
        assertEquals(List.of(), read(JOB).flaws());
        shop.put("/apis/batch/v1/namespaces/team/jobs/train", "{\"metadata\": {\"name\": \"train\"}}");
        Flaw flaw = flaw(JOB);
        assertEquals("Job team/train exists already.", flaw.problem());
        assertEquals(
                JOB.substring(0, JOB.indexOf("name: train")).lines().count(),
                flaw.at().line());
        Manifest moved = shop.submitter().read(List.of(new Source("", JOB, false)), "team");
        assertEquals(List.of(), moved.flaws(), "another cluster is asked only what it would take");
    }

    @Test
    void whereTheServerCannotSayWhichFieldsThereAreTheManifestIsReadAllTheSame() throws IOException {
        shop.put("/openapi/v3", "<html>sign in</html>");
        assertEquals(List.of(), read(JOB).flaws());
        assertEquals(1, read(JOB).items().size());
    }

    @Test
    void aJobHasItsNamespaceItsPodsAndNothingOfTheServer() throws IOException {
        Item item = read(JOB).items().getFirst();
        assertEquals("Job team/train", item.words());
        assertEquals("jobs", item.ref().resource());
        JsonNode body = Trees.read(item.body());
        assertTrue(!body.has("status") && !body.path("metadata").has("uid"), body::toString);
        Work work = item.work().orElseThrow();
        assertEquals(4, work.tasks());
        assertEquals(8, work.groups().getFirst().spec().requests().get("nvidia.com/gpu"));
        assertEquals(Optional.of("train"), work.groups().getFirst().labels().get("app"));
        assertEquals(Optional.empty(), work.notHeld());
        assertEquals(Optional.empty(), work.notPlaced());
    }

    private static final String RANGES = "/api/v1/namespaces/team/limitranges?limit=500";
    private static final String KATA =
            JOB.replace("restartPolicy: Never", "restartPolicy: Never\n      runtimeClassName: kata");

    private TaskSpec spec(String text) throws IOException {
        return read(text)
                .items()
                .getFirst()
                .work()
                .orElseThrow()
                .groups()
                .getFirst()
                .spec();
    }

    @Test
    void whatAdmissionWillAddCountsInWhereItFits() throws IOException {
        assertEquals(0, spec(JOB).requests().get("memory"));
        shop.put(
                RANGES,
                "{\"items\":[{\"metadata\":{\"name\":\"usual\"},\"spec\":{\"limits\":[{\"type\":\"Container\","
                        + "\"defaultRequest\":{\"memory\":\"1Gi\",\"nvidia.com/gpu\":\"1\"},\"default\":{\"memory\":\"2Gi\"}}]}}]}");
        shop.put(
                "/apis/node.k8s.io/v1/runtimeclasses/kata",
                "{\"metadata\":{\"name\":\"kata\"},\"overhead\":{\"podFixed\":{\"memory\":\"256Mi\"}},\"scheduling\":"
                        + "{\"nodeSelector\":{\"sandbox\":\"yes\"},\"tolerations\":[{\"key\":\"sandbox\"}]}}");
        assertEquals(1L << 30, spec(JOB).requests().get("memory"));
        assertEquals(8, spec(JOB).requests().get("nvidia.com/gpu"), "a limit is a request, which no range changes");
        TaskSpec kata = spec(KATA);
        assertEquals((1L << 30) + (256L << 20), kata.requests().get("memory"));
        assertTrue(kata.toString().contains("sandbox"), kata::toString);
        List<String> effects = plan(KATA, new Way.Free()).effects();
        assertTrue(effects.contains("RuntimeClass kata adds to each pod: 256Mi memory."), effects::toString);
        assertTrue(effects.toString().contains("LimitRange usual sets requests"), effects::toString);
        String created = created(plan(KATA, new Way.Free()), 0).toString();
        assertFalse(created.contains("overhead") || created.contains("sandbox"), "it is sent as it was written");
    }

    @Test
    void thePrioritiesOfItsClassesAreReadByWhichOthersMayBeStoppedForIt() throws IOException {
        shop.put("/apis/scheduling.k8s.io/v1/priorityclasses/high", "{\"value\":1000}");
        shop.put("/apis/kueue.x-k8s.io/v1beta1/workloadpriorityclasses/urgent", "{\"value\":5000}");
        String high = JOB.replace("restartPolicy: Never", "priorityClassName: high");
        assertEquals(OptionalInt.of(1000), spec(high).priority());
        assertEquals(OptionalInt.empty(), work(high).priority());
        assertEquals(
                OptionalInt.of(5000),
                work(high.replace("  uid: old", "  labels: {kueue.x-k8s.io/priority-class: urgent}"))
                        .priority());
    }

    private Work work(String text) throws IOException {
        return read(text).jobs().getFirst().work().orElseThrow();
    }

    /** A job that was stopped by hand is moved to another cluster as it is. */
    @Test
    void whatIsCreatedSuspendedIsSaidToStandUntilSomebodyResumesIt() throws IOException {
        String suspended = JOB.replace("  parallelism: 4", "  suspend: true\n  parallelism: 4");
        String stands = "train is created as it is written: suspended, with no queue that resumes it. It starts when"
                + " somebody resumes it.";
        assertTrue(plan(suspended, new Way.Free()).effects().contains(stands));
        assertFalse(plan(JOB, new Way.Free()).effects().contains(stands));
        String queued =
                suspended.replace("  name: train\n", "  name: train\n  labels: {kueue.x-k8s.io/queue-name: gold}\n");
        List<String> effects = plan(queued, new Way.Free()).effects();
        assertTrue(
                effects.contains("train is created as it is written; queue gold decides when it starts, the scheduler"
                        + " decides where it runs."),
                effects::toString);
    }

    /** It stood there twice. */
    @Test
    void whatUndoMakesOfAllIsLeftToThePlanToSayOnce() throws IOException {
        List<String> effects = plan(JOB, new Way.Free()).effects();
        assertTrue(effects.stream().noneMatch(said -> said.contains("ndo")), effects::toString);
    }

    @Test
    void whatCannotBeReadOfItIsSaid() throws IOException {
        shop.forbid(RANGES);
        shop.forbid("/apis/node.k8s.io/v1/runtimeclasses/kata");
        String effects = plan(KATA, new Way.Free()).effects().toString();
        assertTrue(effects.contains("No right to read: RuntimeClass kata."), effects);
        assertTrue(effects.contains("No right to read: LimitRanges of team."), effects);
    }

    @Test
    void aRuntimeClassThatIsNotThereIsSaidBeforeItsPodsAreRefused() throws IOException {
        Plan plan = plan(KATA, new Way.Free());
        String effects = plan.effects().toString();
        assertTrue(effects.contains("There is no RuntimeClass kata in " + plan.cluster()), effects);
    }

    @Test
    void itsOwnNamespaceGoesFirstAndWhatHasNoneGetsNone() throws IOException {
        Manifest manifest = read("apiVersion: v1\nkind: Namespace\nmetadata: {name: lab, namespace: x}\n---\n"
                + JOB.replace("name: train", "name: train\n  namespace: lab"));
        assertEquals("Namespace lab", manifest.items().getFirst().words());
        assertEquals("Job lab/train", manifest.items().getLast().words());
    }

    @Test
    void aNamespaceComesBeforeWhatLiesInIt() throws IOException {
        Manifest manifest = read(CONFIG + "apiVersion: v1\nkind: Namespace\nmetadata: {name: team}\n");
        assertEquals("Namespace team", manifest.items().getFirst().words());
    }

    @Test
    void aGenerateNameIsMadeANameThatStays() throws IOException {
        Manifest manifest = read(JOB.replace("name: train\n", "generateName: train-\n"));
        String name = manifest.items().getFirst().ref().name();
        assertTrue(name.matches("train-[bcdfghjklmnpqrstvwxz2456789]{5}"), name);
        assertTrue(!manifest.items().getFirst().body().contains("generateName"));
    }

    @Test
    void whatIsWrongIsSaidWithItsLineAndWhatToDo() throws IOException {
        assertEquals(
                "line 8: apiVersion is missing. Say what it is: apiVersion and kind.",
                flaw(CONFIG + "\n\n\nkind: Job\n").words().replace("line 9", "line 8"));
        assertEquals(
                "This Job has no name.",
                flaw(JOB.replace("  name: train\n", "")).problem());
        assertEquals(
                "The cluster serves Job in v1, not in v1beta1.",
                flaw(JOB.replace("batch/v1", "batch/v1beta1")).problem());
        assertEquals(
                "The cluster does not know JobSet (jobset.x-k8s.io/v1).",
                flaw(JOB.replace("batch/v1", "jobset.x-k8s.io/v1").replace("kind: Job", "kind: JobSet"))
                        .problem());
        assertEquals(
                "The cluster does not know Jobb (batch/v1). Did you mean Job?",
                flaw(JOB.replace("kind: Job", "kind: Jobb")).problem());
        assertEquals("This is not a Kubernetes object.", flaw("- a\n- b\n").problem());
        assertEquals("Job train is also in line 1.", flaw(JOB + "---\n" + JOB).problem());
    }

    @Test
    void secretsAndWhatChangesTheClusterAreNotSubmitted() throws IOException {
        Flaw secret = flaw("apiVersion: v1\nkind: Secret\nmetadata: {name: key}\n");
        assertTrue(secret.problem().contains("journal") && secret.advice().contains("kubectl"), secret::words);
        assertTrue(flaw("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a.b}\n")
                .problem()
                .contains("changes the cluster itself"));
    }

    @Test
    void companionsAreCreatedInTheOrderOfTheManifestAndDeletedAfterTheJob() throws IOException {
        Plan plan = plan(CONFIG + JOB, new Way.Free());
        assertEquals("Submit train", plan.title());
        assertEquals(
                List.of("Create ConfigMap team/settings", "Create Job team/train"),
                plan.steps().stream().map(Step::words).toList());
        assertEquals(
                List.of(
                        "Delete Job team/train with its pods",
                        "Wait until Job team/train is gone",
                        "Delete ConfigMap team/settings"),
                plan.undo().stream().map(Step::words).toList());
        assertTrue(plan.changes().getLast().after().contains("nvidia.com/gpu: 8"), plan.changes()::toString);
        assertEquals("", plan.changes().getLast().before());
    }

    @Test
    void allOfOnePlanCarriesOneMarkAndAnotherPlanAnother() throws IOException {
        Plan plan = plan(CONFIG + JOB, new Way.Free());
        Optional<String> mark = CreationMark.of(created(plan, 0));
        assertTrue(mark.isPresent());
        assertEquals(mark, CreationMark.of(created(plan, 1)));
        assertTrue(!mark.equals(CreationMark.of(created(plan(CONFIG + JOB, new Way.Free()), 0))));
    }

    @Test
    void heldIsTheGateAndPlacedIsThePinInTheCreatedObject() throws IOException {
        JsonNode held = created(plan(JOB, new Way.Held()), 0);
        assertEquals(
                "[{\"name\":\"podium.placement/manual\"}]",
                held.at("/spec/template/spec/schedulingGates").toString());
        JsonNode node = created(plan(JOB, new Way.OnNode("n1")), 0);
        assertEquals(
                "{\"kubernetes.io/hostname\":\"host-1\"}",
                node.at("/spec/template/spec/nodeSelector").toString());
        Plan plan = plan(JOB, new Way.OnDomain("example/rack", "r1"));
        assertEquals(
                "r1",
                created(plan, 0)
                        .at("/spec/template/spec/nodeSelector/example~1rack")
                        .asText());
        assertEquals(
                "Create Job team/train, pinned to example/rack=r1",
                plan.steps().getFirst().words());
    }

    @Test
    void whatIsHeldInItsManifestStartsWhereItIsPlacedAndWaitsWhereItIsNot() throws IOException {
        String held = JOB.replace(
                "      restartPolicy: Never",
                "      schedulingGates: [{name: podium.placement/manual}, {name: example/theirs}]\n"
                        + "      restartPolicy: Never");
        Plan placed = plan(held, new Way.OnNode("n1"));
        assertEquals(
                "[{\"name\":\"example/theirs\"}]",
                created(placed, 0).at("/spec/template/spec/schedulingGates").toString());
        assertTrue(placed.effects().toString().contains("podium.placement/manual that its manifest has is left out"));
        Plan free = plan(held, new Way.Free());
        assertTrue(Gates.within(created(free, 0)));
        assertTrue(free.effects().toString().contains("its pods wait at the gate podium.placement/manual"));
    }

    @Test
    void whatIsSuspendedInItsManifestIsSaidToStartOnlyWhenResumedAlsoOnANode() throws IOException {
        Plan plan = plan(
                JOB.replace("spec:\n  parallelism", "spec:\n  suspend: true\n  parallelism"), new Way.OnNode("n1"));
        assertTrue(plan.effects().toString().contains("It starts when somebody resumes it."), plan.effects()::toString);
    }

    @Test
    void aPinWhereItWouldWaitForEverIsRefusedWithTheLine() throws IOException {
        String reason = refusal(CONFIG + JOB, new Way.OnNode("tainted"));
        assertTrue(reason.startsWith("line 6: Node tainted is tainted a=b:NoSchedule"), reason);
    }

    @Test
    void aCronJobIsHeldBySuspendAndADaemonSetNotAtAll() throws IOException {
        String spec =
                JOB.substring(JOB.indexOf("spec:"), JOB.indexOf("status:")).replace("\n", "\n    ");
        String cron = "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: nightly}\nspec:\n  schedule: '0 0 * * *'\n"
                + "  jobTemplate:\n    " + spec + "\n";
        assertEquals(4, read(cron).items().getFirst().work().orElseThrow().tasks());
        assertTrue(created(plan(cron, new Way.Held()), 0).at("/spec/suspend").asBoolean());
        assertEquals(
                "host-1",
                created(plan(cron, new Way.OnNode("n1")), 0)
                        .at("/spec/jobTemplate/spec/template/spec/nodeSelector/kubernetes.io~1hostname")
                        .asText());
        String daemon = JOB.replace("batch/v1", "apps/v1").replace("kind: Job", "kind: DaemonSet");
        Work work = read(daemon).items().getFirst().work().orElseThrow();
        assertTrue(work.notHeld().orElseThrow().contains("one pod on every node"), work::toString);
        assertTrue(work.notPlaced().orElseThrow().contains("one pod on every node"), work::toString);
    }

    @Test
    void aCompanionThatIsThereAsWantedStaysAndAnotherIsRefused() throws IOException {
        String stored = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"settings\","
                + "\"namespace\":\"team\",\"uid\":\"u\"},\"data\":{\"a\":\"1\",\"b\":\"2\"}}";
        shop.put("/api/v1/namespaces/team/configmaps/settings", stored);
        Plan plan = plan(CONFIG + JOB, new Way.Free());
        assertEquals(1, plan.steps().size());
        assertTrue(plan.effects().getFirst().contains("already exists"), plan.effects()::toString);
        assertEquals("Everything in it exists already.", refusal(CONFIG, new Way.Free()));
        shop.put("/api/v1/namespaces/team/configmaps/settings", stored.replace("\"1\"", "\"3\""));
        assertEquals(
                "line 1: ConfigMap team/settings exists already and differs from this one.",
                refusal(CONFIG + JOB, new Way.Free()));
    }

    @Test
    void whatMayNotBeReadIsLeftToTheDryRun() throws IOException {
        shop.forbid("/apis/batch/v1/namespaces/team/jobs/train");
        assertEquals(1, plan(JOB, new Way.Free()).steps().size());
    }

    @Test
    void volumesAndNamespacesSayWhatGoesWithThem() throws IOException {
        Plan plan = plan(
                "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {}\n---\n" + JOB,
                new Way.Free());
        assertTrue(
                plan.effects().stream().anyMatch(words -> words.contains("what was written to it")),
                plan.effects()::toString);
    }

    @Test
    void aWorkflowSaysHowManyOfItsStepsCanRunAtOnce() throws IOException {
        shop.everything(List.of("Workflow"));
        Plan plan = plan("""
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: {name: sweep}
            spec:
              entrypoint: main
              templates:
              - name: main
                steps: [[{name: a, template: try, withItems: [1, 2]}]]
              - name: try
                container: {image: example/try:1}
            """, new Way.Free());
        assertTrue(
                plan.effects().contains("At least 2 of its steps can run at the same time."), plan.effects()::toString);
    }
}
