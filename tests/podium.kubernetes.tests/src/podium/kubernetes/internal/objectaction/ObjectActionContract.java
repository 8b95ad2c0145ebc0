// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectWriter;
import podium.core.api.WriteResult;
import podium.core.change.ClusterId;
import podium.core.json.YamlText;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.standard.StandardKinds;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.JdkTransport;
import podium.kubernetes.internal.write.WriteCapabilities;
import podium.kubernetes.testkit.ContractServer;
import podium.operation.object.ObjectAction;
import podium.operation.object.ObjectActionCompiler;
import podium.operation.object.ObjectActionCompiler.Revision;
import podium.operation.plan.KubectlExport;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.testkit.ControlPlane;

/** Acts on objects: compiled, sent as they are planned, and taken back, on any server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ObjectActionContract {
    private static final String DEPLOYMENT = """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"%s","namespace":"default"},
         "spec":{"replicas":2,"selector":{"matchLabels":{"app":"%s"}},"template":{
          "metadata":{"labels":{"app":"%s"}},
          "spec":{"containers":[{"name":"web","image":"example.test/web:1"}]}}}}
        """;

    private final ContractServer.Start start;
    private Optional<ContractServer> server = Optional.empty();
    private Path config;

    private JdkTransport transport;
    private ObjectReader reader;
    private ObjectWriter writer;
    private ObjectActionCompiler compiler;

    ObjectActionContract(ContractServer.Start start) {
        this.start = start;
    }

    @BeforeAll
    void open(@TempDir Path own) throws Exception {
        server = Optional.of(start.start());
        config = server.get().kubeconfig(own);
        transport = JdkTransport.open(Kubeconfig.read(config).context("test"));
        ClusterId id = new ClusterId("test");
        var writes = new WriteCapabilities().create(transport, id);
        reader = (ObjectReader) writes.get(ObjectReader.class);
        writer = (ObjectWriter) writes.get(ObjectWriter.class);
        compiler = (ObjectActionCompiler) new ObjectActionCapabilities(StandardKinds.all())
                .create(transport, id)
                .get(ObjectActionCompiler.class);
    }

    @AfterAll
    void close() {
        if (transport != null) {
            transport.close();
        }
        server.ifPresent(ContractServer::close);
    }

    private static ObjectRef deployment(String name) {
        return new ObjectRef("apps", "v1", "deployments", "Deployment", "default", name);
    }

    private void create(String collection, String json) throws IOException {
        var answer = transport.send(
                ApiRequest.of("POST", collection, ApiRequest.JSON, json.getBytes(StandardCharsets.UTF_8)));
        assertTrue(answer.ok(), answer.text());
    }

    private ObjectRef made(String name) throws IOException {
        create("/apis/apps/v1/namespaces/default/deployments", DEPLOYMENT.formatted(name, name, name));
        return deployment(name);
    }

    private String read(ObjectRef ref) throws IOException {
        return reader.read(ref).orElseThrow();
    }

    private String at(ObjectRef ref, String pointer) throws IOException {
        return Trees.text(Trees.read(read(ref)), pointer);
    }

    private Plan plan(ObjectRef ref, ObjectAction act) throws IOException {
        return assertInstanceOf(Result.Compiled.class, compiler.compile(ref, "", act))
                .plan();
    }

    private String refused(ObjectRef ref, ObjectAction act) throws IOException {
        return assertInstanceOf(Result.Refused.class, compiler.compile(ref, "", act))
                .reason();
    }

    private void send(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.Write write) {
                WriteResult tried = writer.send(write.write(), true);
                assertInstanceOf(WriteResult.Accepted.class, tried, () -> tried + " " + write.write());
                WriteResult sent = writer.send(write.write(), false);
                assertInstanceOf(WriteResult.Accepted.class, sent, () -> sent + " " + write.write());
            }
        }
    }

    /** What was edited in the text that an operator is given. */
    private ObjectAction.Edit edit(String before, String what, String by) {
        String text = YamlText.object(before);
        assertTrue(text.contains(what), text);
        return new ObjectAction.Edit(before, text.replace(what, by));
    }

    @Test
    void anEditChangesWhatWasChangedAndIsTakenBack() throws IOException {
        ObjectRef ref = made("edited");
        Plan plan = plan(ref, edit(read(ref), "example.test/web:1", "example.test/web:2"));
        assertEquals("Edit Deployment default/edited", plan.title());
        assertTrue(plan.changes().getFirst().after().contains("web:2"), plan.changes()::toString);
        assertEquals(
                "Change spec.template.spec.containers[0].image of Deployment default/edited",
                plan.steps().getFirst().words());
        send(plan.steps());
        assertEquals("example.test/web:2", at(ref, "/spec/template/spec/containers/0/image"));
        send(plan.undo());
        assertEquals("example.test/web:1", at(ref, "/spec/template/spec/containers/0/image"));
    }

    /** Scaling says it, so an edit of the same field does. */
    @Test
    void anEditThatStartsOrStopsPodsSaysSo() throws IOException {
        ObjectRef ref = made("resized");
        create(
                "/api/v1/namespaces/default/pods",
                "{\"metadata\":{\"name\":\"resized-1\",\"labels\":{\"app\":\"resized\"}},\"spec\":{\"nodeName\":\"n1\",\"containers\":[{\"name\":\"c\",\"image\":\"example.test/web:1\"}]}}");
        Plan fewer = plan(ref, edit(read(ref), "replicas: 2", "replicas: 1"));
        assertEquals(List.of("1 pod is deleted."), fewer.effects());
        assertEquals(List.of("What the deleted pods did since their last checkpoint is lost."), fewer.irreversible());
        assertTrue(fewer.canUndo());
        Plan more = plan(ref, edit(read(ref), "replicas: 2", "replicas: 4"));
        assertEquals(List.of("2 more pods are created and wait for a place."), more.effects());
        assertEquals(List.of(), more.irreversible());
    }

    @Test
    void anEditOfTheTemplateSaysWhetherItsPodsAreReplaced() throws IOException {
        ObjectRef ref = made("reimaged");
        Plan image = plan(ref, edit(read(ref), "example.test/web:1", "example.test/web:2"));
        assertEquals(List.of("Its pods are replaced by new ones: a rollout."), image.effects());
        assertEquals(List.of(), image.irreversible(), "it has none yet");
        create(
                "/api/v1/namespaces/default/pods",
                "{\"metadata\":{\"name\":\"reimaged-1\",\"labels\":{\"app\":\"reimaged\"}},\"spec\":{\"nodeName\":\"n1\",\"containers\":[{\"name\":\"c\",\"image\":\"example.test/web:1\"}]}}");
        assertEquals(
                List.of("What its pods hold in memory is lost."),
                plan(ref, edit(read(ref), "example.test/web:1", "example.test/web:2"))
                        .irreversible(),
                "so that Enter does not do it");
        ObjectAction.Edit edit = edit(read(ref), "example.test/web:1", "example.test/web:2");
        Plan paused = plan(
                ref,
                new ObjectAction.Edit(
                        edit.before(), edit.after().replace("replicas: 2", "replicas: 2\n  paused: true")));
        assertEquals(
                List.of("Deployment default/reimaged is paused: its pods are replaced once its rollout goes on."),
                paused.effects());
        assertEquals(List.of(), paused.irreversible());
    }

    @Test
    void anEditThatLeavesThePodsAloneSaysThatNoneRestarts() throws IOException {
        ObjectRef ref = made("annotated");
        List<String> none = List.of("No pod restarts.");
        String before = read(ref);
        assertEquals(
                none,
                plan(ref, edit(before, "replicas: 2", "replicas: 2\n  minReadySeconds: 5"))
                        .effects());
        assertEquals(
                none,
                plan(ref, edit(before, "name: annotated\n", "name: annotated\n  labels: {by: hand}\n"))
                        .effects());
        String queued = "name: annotated\n  labels: {kueue.x-k8s.io/queue-name: gold}\n";
        assertEquals(
                List.of(),
                plan(ref, edit(before, "name: annotated\n", queued)).effects(),
                "Kueue writes it into the template");
        assertEquals(
                List.of(),
                plan(ref, edit(before, "replicas: 2", "replicas: 2\n  paused: true"))
                        .effects());
    }

    @Test
    void aSecondWriterOfTheSameFieldIsNamedAndOneElsewhereIsLeftAlone() throws IOException {
        ObjectRef ref = made("fought");
        String before = read(ref);
        transport.send(ApiRequest.of(
                "PATCH",
                ref.path() + "?fieldManager=rival",
                "application/merge-patch+json",
                "{\"spec\":{\"replicas\":5}}".getBytes(StandardCharsets.UTF_8)));
        String conflict = refused(ref, edit(before, "replicas: 2", "replicas: 3"));
        assertTrue(
                conflict.startsWith(
                        "Conflict at spec.replicas: you began with 2 and want 3; it is 5 now, last written by"
                                + " rival"),
                conflict);
        Plan plan = plan(ref, edit(before, "example.test/web:1", "example.test/web:2"));
        assertTrue(plan.effects().toString().contains("changed since you read it"), plan.effects()::toString);
        send(plan.steps());
        assertEquals("5", at(ref, "/spec/replicas"));
        assertEquals("example.test/web:2", at(ref, "/spec/template/spec/containers/0/image"));
    }

    private void rival(ObjectRef ref, String patch) throws IOException {
        var answer = transport.send(ApiRequest.of(
                "PATCH",
                ref.path() + "?fieldManager=rival",
                "application/json-patch+json",
                patch.getBytes(StandardCharsets.UTF_8)));
        assertTrue(answer.ok(), answer.text());
    }

    private static ObjectAction.Edit edited(String before) {
        String text = YamlText.object(before).replaceFirst("(name: B\\s+value: )same", "$1ours");
        assertTrue(text.contains("ours"), text);
        return new ObjectAction.Edit(before, text);
    }

    /** A patch names elements of a list by their position, which a second writer moves. */
    @Test
    void whatIsMeantForAnElementIsNotWrittenIntoAnotherThatTookItsPlace() throws IOException {
        ObjectRef ref = made("moved");
        String list = "/spec/template/spec/containers/0/env";
        rival(
                ref,
                "[{\"op\":\"add\",\"path\":\"" + list
                        + "\",\"value\":[{\"name\":\"A\",\"value\":\"same\"},{\"name\":\"B\",\"value\":\"same\"}]}]");
        Plan plan = plan(ref, edited(read(ref)));
        Plan other = plan(ref, edited(read(ref)));
        rival(ref, "[{\"op\":\"add\",\"path\":\"" + list + "/0\",\"value\":{\"name\":\"X\",\"value\":\"new\"}}]");
        ApiWrite write = ((Step.Write) plan.steps().getFirst()).write();
        assertInstanceOf(WriteResult.Refused.class, writer.send(write, false), () -> {
            try {
                return read(ref);
            } catch (IOException e) {
                return e.toString();
            }
        });
        assertEquals("same", at(ref, list + "/1/value"));
        rival(ref, "[{\"op\":\"remove\",\"path\":\"" + list + "/0\"}]");
        send(other.steps());
        assertEquals("ours", at(ref, list + "/1/value"));
        rival(ref, "[{\"op\":\"add\",\"path\":\"" + list + "/0\",\"value\":{\"name\":\"X\",\"value\":\"ours\"}}]");
        rival(ref, "[{\"op\":\"replace\",\"path\":\"" + list + "/1/value\",\"value\":\"ours\"}]");
        ApiWrite back = ((Step.Write) other.undo().getFirst()).write();
        assertInstanceOf(WriteResult.Refused.class, writer.send(back, false));
        assertEquals("ours", at(ref, list + "/1/value"), "A was B when it was written");
    }

    @Test
    void anEditOfAnotherObjectOrOfNothingIsRefused() throws IOException {
        ObjectRef ref = made("kept");
        String before = read(ref);
        assertEquals("Nothing was changed.", refused(ref, edit(before, "replicas: 2", "replicas: 2")));
        assertTrue(refused(ref, edit(before, "name: kept", "name: other"))
                .startsWith("An edit cannot change metadata.name"));
        assertTrue(refused(ref, edit(before, "replicas: 2", "replicas: [2")).startsWith("Line "));
        assertEquals(
                "Deployment has no field spec.replicsa in this cluster. Did you mean replicas?",
                refused(ref, edit(before, "replicas: 2", "replicsa: 2")));
        assertTrue(refused(
                        ref,
                        edit(
                                before.replaceFirst("\"uid\":\"[^\"]*\"", "\"uid\":\"other\""),
                                "replicas: 2",
                                "replicas: 3"))
                .contains("deleted and recreated"));
    }

    @Test
    void labelsAndAnnotationsComeAndGo() throws IOException {
        ObjectRef ref = made("labelled");
        Plan plan = plan(ref, new ObjectAction.Label(List.of("tier=gold", "example.test/x=1")));
        send(plan.steps());
        assertEquals("gold", at(ref, "/metadata/labels/tier"));
        Plan off = plan(ref, new ObjectAction.Label(List.of("tier-", "example.test/x-")));
        send(off.steps());
        assertEquals("", at(ref, "/metadata/labels/tier"));
        assertTrue(refused(ref, new ObjectAction.Label(List.of("a b=c"))).contains("is not a valid label"));
        assertTrue(refused(ref, new ObjectAction.Label(List.of("tier-"))).contains("already"));
    }

    @Test
    void taintsComeAndGoAndAnOrderToEndPodsIsSaid() throws IOException {
        create("/api/v1/nodes", "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"gpu-9\"}}");
        ObjectRef node = ObjectRef.node("gpu-9");
        Plan plan = plan(node, new ObjectAction.Taint(List.of("gpu=broken:NoSchedule", "test/slow:PreferNoSchedule")));
        send(plan.steps());
        assertEquals(List.of(), plan.irreversible());
        assertTrue(read(node).contains("test/slow"));
        Plan more = plan(node, new ObjectAction.Taint(List.of("gpu:NoExecute")));
        assertTrue(more.irreversible().toString().contains("NoExecute ends every pod"), more.irreversible()::toString);
        Plan off = plan(node, new ObjectAction.Taint(List.of("gpu:NoSchedule-", "test/slow-")));
        send(off.steps());
        assertTrue(!read(node).contains("test/slow"));
        send(off.undo());
        assertTrue(read(node).contains("\"broken\""));
        assertTrue(refused(node, new ObjectAction.Taint(List.of("gpu=broken"))).contains("is not a valid taint"));
    }

    @Test
    void aRestartIsTheAnnotationThatKubectlWrites() throws IOException {
        ObjectRef ref = made("restarted");
        Plan plan = plan(ref, new ObjectAction.Restart());
        send(plan.steps());
        String pointer = "/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt";
        assertTrue(at(ref, pointer).matches("\\d{4}-.*Z"));
        send(plan.undo());
        assertEquals("", at(ref, pointer));
        ObjectRef map = map("nothing-rolls");
        assertEquals("A ConfigMap has no rollout.", refused(map, new ObjectAction.Restart()));
    }

    @Test
    void whatHasReplicasIsScaledAndNothingElse() throws IOException {
        ObjectRef ref = made("scaled");
        send(plan(ref, new ObjectAction.Scale(5)).steps());
        assertEquals("5", at(ref, "/spec/replicas"));
        send(plan(ref, new ObjectAction.ScaleBy(-2)).steps());
        assertEquals("3", at(ref, "/spec/replicas"));
        assertEquals("A ConfigMap has no scale subresource.", refused(map("not-scaled"), new ObjectAction.Scale(2)));
    }

    private ObjectRef map(String name) throws IOException {
        create(
                "/api/v1/namespaces/default/configmaps",
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"" + name
                        + "\"},\"data\":{\"a\":\"b\"}}");
        return new ObjectRef("", "v1", "configmaps", "ConfigMap", "default", name);
    }

    @Test
    void aRevisionIsRolledBackTo() throws IOException {
        ObjectRef ref = made("rolled");
        JsonNode web = Trees.read(read(ref));
        String set = """
            {"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"rolled-1","labels":{"app":"rolled"},
              "annotations":{"deployment.kubernetes.io/revision":"1","kubernetes.io/change-cause":"first"},
              "ownerReferences":[{"apiVersion":"apps/v1","kind":"Deployment","name":"rolled","uid":"%s","controller":true}]},
             "spec":{"replicas":0,"selector":{"matchLabels":{"app":"rolled","pod-template-hash":"x"}},"template":{
              "metadata":{"labels":{"app":"rolled","pod-template-hash":"x"}},
              "spec":{"containers":[{"name":"web","image":"example.test/web:0"}]}}}}
            """.formatted(Trees.text(web, "/metadata/uid"));
        create("/apis/apps/v1/namespaces/default/replicasets", set);
        Revision kept = compiler.revisions(ref).stream()
                .filter(one -> one.number() == 1 && one.cause().equals("first"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("example.test/web:0"), kept.images());
        Plan early = plan(ref, new ObjectAction.RollBack(1));
        rival(ref, "[{\"op\":\"add\",\"path\":\"/spec/template/spec/terminationGracePeriodSeconds\",\"value\":77}]");
        ApiWrite late = ((Step.Write) early.steps().getFirst()).write();
        assertInstanceOf(WriteResult.Refused.class, writer.send(late, false), "it would be no revision at all");
        Plan plan = plan(ref, new ObjectAction.RollBack(1));
        send(plan.steps());
        assertEquals("example.test/web:0", at(ref, "/spec/template/spec/containers/0/image"));
        assertEquals("", at(ref, "/spec/template/metadata/labels/pod-template-hash"));
        assertTrue(refused(ref, new ObjectAction.RollBack(77)).contains("keeps no revision 77"));
    }

    @Test
    void aDeletedObjectIsMadeAgainWhereThatBringsItBack() throws IOException {
        ObjectRef ref = map("deleted");
        Plan plan = plan(ref, new ObjectAction.Delete(Optional.empty()));
        send(plan.steps());
        assertTrue(reader.read(ref).isEmpty());
        send(plan.undo());
        assertEquals("b", at(ref, "/data/a"));
        ObjectRef space = new ObjectRef("", "v1", "namespaces", "Namespace", "", "default");
        Plan all = plan(space, new ObjectAction.Delete(Optional.empty()));
        assertEquals(List.of("Everything in the namespace is deleted with it."), all.irreversible());
        assertTrue(!all.canUndo());
    }

    @Test
    void onePodIsEvictedAndWhatItCostsIsSaid() throws IOException {
        create(
                "/api/v1/namespaces/default/pods",
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"alone\",\"namespace\":\"default\"},"
                        + "\"spec\":{\"automountServiceAccountToken\":false,\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}");
        Plan plan = plan(ObjectRef.pod("default", "alone"), new ObjectAction.Evict());
        assertInstanceOf(Step.EvictAll.class, plan.steps().getFirst());
        assertTrue(plan.irreversible().toString().contains("no controller owns it"), plan.irreversible()::toString);
        assertEquals("Only pods can be evicted.", refused(map("not-evicted"), new ObjectAction.Evict()));
    }

    private ObjectRef pod(String name, String more) throws IOException {
        create(
                "/api/v1/namespaces/default/pods",
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"" + name
                        + "\",\"namespace\":\"default\"},\"spec\":{\"automountServiceAccountToken\":false,"
                        + "\"containers\":[{\"name\":\"main\",\"image\":\"i\"}" + more + "]}}");
        return ObjectRef.pod("default", name);
    }

    /** What kubectl debug --profile=general adds, through the one subresource that takes it; nobody takes it out again. */
    @Test
    void aDebugContainerIsAddedBesideThoseThatAreThereAndStays() throws IOException {
        ObjectRef ref = pod("debugged", "");
        Plan plan = plan(ref, new ObjectAction.Debug("debugger-1", "busybox:stable", "main"));
        Plan late = plan(ref, new ObjectAction.Debug("debugger-2", "busybox:stable", ""));
        assertTrue(plan.irreversible().toString().contains("cannot be removed"), plan.irreversible()::toString);
        assertTrue(!plan.canUndo());
        assertTrue(plan.changes().getFirst().after().contains("targetContainerName: main"), plan.changes()::toString);
        send(plan.steps());
        assertEquals("debugger-1", at(ref, "/spec/ephemeralContainers/0/name"));
        assertEquals("main", at(ref, "/spec/ephemeralContainers/0/targetContainerName"));
        assertEquals("SYS_PTRACE", at(ref, "/spec/ephemeralContainers/0/securityContext/capabilities/add/0"));
        assertEquals("IfNotPresent", at(ref, "/spec/ephemeralContainers/0/imagePullPolicy"), "the server's default");
        ApiWrite write = ((Step.Write) late.steps().getFirst()).write();
        assertInstanceOf(WriteResult.Refused.class, writer.send(write, false), "it would take the place of the first");
        send(plan(ref, new ObjectAction.Debug("debugger-2", "busybox:stable", ""))
                .steps());
        assertEquals("debugger-2", at(ref, "/spec/ephemeralContainers/1/name"));
        assertEquals("debugger-1", at(ref, "/spec/ephemeralContainers/0/name"));
        assertInstanceOf(
                WriteResult.Refused.class,
                writer.send(write.withBody("[{\"op\":\"remove\",\"path\":\"/spec/ephemeralContainers/0\"}]"), false));
    }

    @Test
    void aDebugContainerThatCannotBeIsRefusedBefore() throws IOException {
        ObjectRef ref = pod("not-debugged", "");
        assertTrue(refused(ref, new ObjectAction.Debug("d", "busybox", "other")).contains("has no container other"));
        assertTrue(refused(ref, new ObjectAction.Debug("d", "a b; rm", "main")).contains("is not a valid image name"));
        assertEquals(
                "Only pods take debug containers.", refused(map("no-pod"), new ObjectAction.Debug("d", "busybox", "")));
    }

    @Test
    void theCommandForADebugContainerAddsTheSame() throws Exception {
        ObjectRef ref = pod("debugged-by-hand", "");
        run(plan(ref, new ObjectAction.Debug("debugger-1", "busybox:stable", "main")));
        assertEquals("debugger-1", at(ref, "/spec/ephemeralContainers/0/name"));
        assertEquals("main", at(ref, "/spec/ephemeralContainers/0/targetContainerName"));
        assertEquals("SYS_PTRACE", at(ref, "/spec/ephemeralContainers/0/securityContext/capabilities/add/0"));
    }

    /** Bound by the scheduler and not by nodeName, as a pod of a DaemonSet is. */
    @Test
    void aShellOnANodeIsAPodThatIsKnownForOursAndGoesAgain() throws IOException {
        create("/api/v1/nodes", "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"shelled\"}}");
        ObjectRef node = ObjectRef.node("shelled");
        Plan plan = plan(node, new ObjectAction.NodeShell("default", "podium-node-shell-x", "busybox:stable", "cafe"));
        assertTrue(plan.irreversible().toString().contains("What is done in the shell stays"), plan::toString);
        ObjectRef ref = ObjectRef.pod("default", "podium-node-shell-x");
        send(plan.steps());
        assertEquals("cafe", at(ref, "/metadata/labels/podium.operations~1node-shell"));
        assertEquals("true", at(ref, "/spec/hostPID"));
        assertEquals("true", at(ref, "/spec/hostNetwork"));
        assertEquals("true", at(ref, "/spec/containers/0/securityContext/privileged"));
        assertEquals("/host", at(ref, "/spec/containers/0/volumeMounts/0/mountPath"));
        assertEquals("Exists", at(ref, "/spec/tolerations/0/operator"));
        assertEquals(
                1,
                reader.list(ObjectRef.pod("", ""), "podium.operations/node-shell=cafe", "")
                        .size());
        send(plan(ref, new ObjectAction.Delete(Optional.empty())).steps());
        assertTrue(reader.list(ObjectRef.pod("", ""), "podium.operations/node-shell=cafe", "").stream()
                .allMatch(json -> json.contains("deletionTimestamp")));
        assertTrue(refused(map("no-node"), new ObjectAction.NodeShell("default", "x", "busybox", "cafe"))
                .startsWith("Only nodes"));
    }

    @Test
    void aCronJobIsRunNowAndItsScheduleStays() throws IOException {
        create("/apis/batch/v1/namespaces/default/cronjobs", """
            {"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"nightly","namespace":"default"},
             "spec":{"schedule":"0 3 * * *","jobTemplate":{"metadata":{"labels":{"team":"a"}},"spec":{"template":{
              "spec":{"restartPolicy":"Never","containers":[{"name":"c","image":"i"}]}}}}}}
            """);
        ObjectRef ref = new ObjectRef("batch", "v1", "cronjobs", "CronJob", "default", "nightly");
        Plan plan = plan(ref, new ObjectAction.Trigger());
        ApiWrite create = plan.steps().stream()
                .filter(Step.Write.class::isInstance)
                .map(step -> ((Step.Write) step).write())
                .findFirst()
                .orElseThrow();
        send(plan.steps());
        assertEquals("a", at(create.target(), "/metadata/labels/team"));
        assertEquals("nightly", at(create.target(), "/metadata/ownerReferences/0/name"));
    }

    @Test
    void theCommandsThatAreCopiedDoTheSame() throws Exception {
        ObjectRef ref = made("copied");
        run(plan(ref, new ObjectAction.Label(List.of("by=hand"))));
        assertEquals("hand", at(ref, "/metadata/labels/by"));
        run(plan(ref, edit(read(ref), "example.test/web:1", "example.test/it's:$HOME")));
        assertEquals("example.test/it's:$HOME", at(ref, "/spec/template/spec/containers/0/image"));
        Plan stale = plan(ref, new ObjectAction.Label(List.of("by=third")));
        run(plan(ref, new ObjectAction.Label(List.of("by=another"))));
        assertTrue(
                said(stale).contains("the server rejected our request")
                        || said(stale).contains("test"),
                said(stale));
        ObjectRef map = map("removed-by-hand");
        run(plan(map, new ObjectAction.Delete(Optional.empty())));
        assertTrue(reader.read(map).isEmpty());
    }

    @Test
    void theCommandsOfADeletionGiveAPodTheGraceThatWasChosen() throws Exception {
        create("/api/v1/namespaces/default/pods", """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"brief","namespace":"default"},
             "spec":{"nodeName":"silent","containers":[{"name":"main","image":"example.test/train:1"}]}}
            """);
        ObjectRef pod = ObjectRef.pod("default", "brief");
        Plan all = plan(pod, new ObjectAction.Delete(Optional.of(Duration.ZERO)));
        List<Step> writes =
                all.steps().stream().filter(Step.Write.class::isInstance).toList();
        run(new Plan(all.cluster(), all.kind(), all.title(), writes, List.of(), List.of(), List.of(), List.of()));
        assertEquals("0", reader.read(pod).isEmpty() ? "0" : at(pod, "/metadata/deletionGracePeriodSeconds"));
    }

    private void run(Plan plan) throws Exception {
        assumeTrue(ControlPlane.assets().isPresent(), "there is no kubectl; it is skipped");
        String said = said(plan);
        assertTrue(said.endsWith("\nexit 0"), said);
    }

    private String said(Plan plan) throws Exception {
        String commands = "set -e\n" + KubectlExport.commands(plan);
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", commands).redirectErrorStream(true);
        Path assets = ControlPlane.assets().orElseThrow();
        shell.environment().put("PATH", assets + ":" + System.getenv("PATH"));
        shell.environment().put("KUBECONFIG", config.toString());
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + "\nexit " + process.waitFor();
    }

    @Test
    void aSecretIsChangedByNobodyHere() throws IOException {
        ObjectRef secret = new ObjectRef("", "v1", "secrets", "Secret", "default", "s");
        assertTrue(refused(secret, new ObjectAction.Delete(Optional.empty())).startsWith("Podium changes no Secret"));
    }
}
