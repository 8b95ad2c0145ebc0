// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.log.LogQuery;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodContainers.Role;
import podium.core.log.PodLogReader;
import podium.core.testkit.NoObjects;
import podium.model.fleet.Cluster;
import podium.operation.OperationState;
import podium.operation.object.ObjectAction;
import podium.operation.object.ObjectActionCompiler;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.rule.RuleDecision;
import podium.ui.enablement.ObjectVerb;
import podium.ui.fake.Examples;
import podium.ui.fake.PartScreen;
import podium.ui.flow.ObjectFlow.Chosen;
import podium.ui.label.ClusterWords;

/** Debug containers and node shells: asked for, planned, opened, cleaned up. */
class DebugFlowTest {
    private static final Plan PLAN =
            new Plan(new ClusterId("lab"), "delete", "Delete", List.of(), List.of(), List.of(), List.of(), List.of());

    private final PartScreen seen = new PartScreen();
    private final Cluster lab = seen.lab();
    private final ClusterId id = ClusterId.of(lab);
    private final List<ObjectAction> compiled = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final List<String> drivers = new ArrayList<>();
    private final List<String> selectors = new ArrayList<>();
    private PodContainers containers = new PodContainers(
            "u",
            false,
            List.of(
                    new Container("main", Role.MAIN, "running", 0, true),
                    new Container("early", Role.INIT, "ended with exit code 0", 0, false)));

    @BeforeEach
    void open() {
        seen.stage.connections.open(id.value(), Optional.empty());
        seen.stage.connections.capabilities.put(ObjectActionCompiler.class, new Compiler());
        seen.stage.connections.capabilities.put(PodLogReader.class, new Reader());
        seen.stage.connections.capabilities.put(ObjectReader.class, new Objects());
        seen.dialogs.confirms = true;
        seen.dialogs.answer = "busybox";
        seen.show();
    }

    @AfterEach
    void close() {
        seen.close();
    }

    private final class Compiler implements ObjectActionCompiler {
        @Override
        public Result compile(ObjectRef ref, String uid, ObjectAction act) {
            compiled.add(act);
            return new Result.Compiled(
                    new Plan(id, "act", "Act on " + ref.name(), List.of(), List.of(), List.of(), List.of(), List.of()));
        }

        @Override
        public List<Revision> revisions(ObjectRef ref) {
            return List.of();
        }

        @Override
        public Optional<Flaw> flaw(String yaml) {
            return Optional.empty();
        }
    }

    private final class Reader implements PodLogReader {
        @Override
        public InputStream open(LogQuery query) {
            return InputStream.nullInputStream();
        }

        @Override
        public Optional<PodContainers> containers(String namespace, String pod) {
            return Optional.of(containers);
        }
    }

    private final class Objects extends NoObjects {
        @Override
        public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) {
            selectors.add(labelSelector);
            if (fieldSelector.startsWith("spec.nodeName=gpu-1,")) {
                return drivers.stream()
                        .filter(pod -> pod.contains("\"app\"") == labelSelector.startsWith("app in"))
                        .toList();
            }
            return left.stream()
                    .map(name -> "{\"metadata\":{\"namespace\":\"default\",\"name\":\"" + name + "\"}}")
                    .toList();
        }
    }

    private void begin(ObjectVerb verb, ObjectRef ref) {
        seen.stage.objects.begin(verb, List.of(new Chosen(id, ref, "u")));
    }

    private String dialogs() {
        return seen.dialogs.shown.toString();
    }

    @Test
    void aDebugContainerSeesTheOneThatRunsAndItsShellIsWaitedFor() {
        begin(ObjectVerb.DEBUG, ObjectRef.pod("team", "train-0"));
        seen.until("a shell is opened", () -> !seen.stage.shells.isEmpty());
        ObjectAction.Debug act = (ObjectAction.Debug) compiled.getFirst();
        assertEquals("main", act.target());
        assertEquals("busybox:stable", act.image());
        assertFalse(dialogs().contains("ask "), this::dialogs);
        ShellRequest request = seen.stage.shells.getFirst();
        assertEquals(Optional.of(act.name()), request.container());
        assertTrue(request.awaited() && !request.onNode());
        assertTrue(dialogs().contains("review Act on train-0"), this::dialogs);
    }

    @Test
    void ofSeveralContainersOneIsAskedFor() {
        containers = new PodContainers(
                "u",
                false,
                List.of(
                        new Container("main", Role.MAIN, "running", 0, true),
                        new Container("helper", Role.MAIN, "running", 0, true)));
        seen.dialogs.picks.add("None");
        begin(ObjectVerb.DEBUG, ObjectRef.pod("team", "train-0"));
        seen.until("it is planned", () -> !compiled.isEmpty());
        assertEquals("", ((ObjectAction.Debug) compiled.getFirst()).target());
        assertTrue(dialogs().contains("main, helper, None"), this::dialogs);
    }

    @Test
    void aPlanThatIsNotConfirmedOpensNothing() {
        seen.dialogs.confirms = false;
        begin(ObjectVerb.DEBUG, ObjectRef.pod("team", "train-0"));
        seen.until("it is shown", () -> dialogs().contains("review Act on train-0"));
        assertEquals(List.of(), seen.stage.shells);
    }

    @Test
    void aNodeShellIsAPodThatIsDeletedWhenItsTabIsClosed() {
        begin(ObjectVerb.NODE_SHELL, ObjectRef.node("gpu-1"));
        seen.until("a shell is opened", () -> !seen.stage.shells.isEmpty());
        ObjectAction.NodeShell act = (ObjectAction.NodeShell) compiled.getFirst();
        assertTrue(act.pod().startsWith("podium-node-shell-gpu-1-"), act::pod);
        ShellRequest request = seen.stage.shells.getFirst();
        assertTrue(request.awaited() && request.onNode());
        assertEquals(act.pod(), request.pod());
        request.closed().run();
        seen.until(
                "its deletion is submitted",
                () -> seen.stage.operations.asked.toString().contains("submit Act on " + act.pod()));
        assertTrue(compiled.getLast() instanceof ObjectAction.Delete);
    }

    @Test
    void aNodeShellTakesOneDialogAndWhatWasAnsweredBefore() {
        begin(ObjectVerb.NODE_SHELL, ObjectRef.node("gpu-1"));
        seen.until("a shell is opened", () -> seen.stage.shells.size() == 1);
        assertEquals(1, seen.dialogs.shown.size(), this::dialogs);
        seen.dialogs.rather = true;
        seen.dialogs.answer = "ubuntu";
        begin(ObjectVerb.NODE_SHELL, ObjectRef.node("gpu-1"));
        seen.until("a second one", () -> seen.stage.shells.size() == 2);
        assertEquals(ClusterWords.namespaces(lab), seen.dialogs.known, "of the namespace, which is asked last");
        assertFalse(seen.dialogs.known.isEmpty());
        assertTrue(dialogs().contains("rather Other Image\u2026, ask Shell on Node gpu-1"), this::dialogs);
        begin(ObjectVerb.NODE_SHELL, ObjectRef.node("gpu-2"));
        seen.until("a third one", () -> seen.stage.shells.size() == 3);
        assertEquals(
                List.of("default busybox:stable", "default busybox:stable", "ubuntu ubuntu", "ubuntu ubuntu"),
                compiled.stream()
                        .map(ObjectAction.NodeShell.class::cast)
                        .map(act -> act.namespace() + " " + act.image())
                        .toList());
    }

    /** From the moment it is asked for: it is root on the node, and its plan has promised that it goes. */
    @Test
    void aNodeShellIsNamedAndDeletedBeforeItsClusterIsClosed() {
        begin(ObjectVerb.NODE_SHELL, ObjectRef.node("gpu-1"));
        seen.until("a shell is opened", () -> !seen.stage.shells.isEmpty());
        String pod = seen.stage.shells.getFirst().pod();
        seen.stage.operations.publish(
                Examples.operation("1", PLAN, OperationState.DONE, 1, 1, Optional.of("it is gone")));
        seen.stage.closing.close(lab);
        seen.until("it is closed", () -> seen.stage.connections.asked.contains("close lab"));
        assertTrue(dialogs().contains("pod " + pod + ", root on node gpu-1, is deleted"), this::dialogs);
        assertTrue(compiled.getLast() instanceof ObjectAction.Delete);
        assertEquals(List.of("submit Act on " + pod), seen.stage.operations.asked.subList(1, 2));
        assertEquals(List.of(), seen.stage.nodeShells.ending(id), "nothing is left");
    }

    @Test
    void aNodeShellThatCannotBeDeletedIsNamedWithWhatDeletesIt() {
        begin(ObjectVerb.NODE_SHELL, ObjectRef.node("gpu-1"));
        seen.until("a shell is opened", () -> !seen.stage.shells.isEmpty());
        String pod = seen.stage.shells.getFirst().pod();
        seen.stage.operations.publish(
                Examples.operation("1", PLAN, OperationState.FAILED, 0, 1, Optional.of("no answer")));
        seen.stage.closing.actAs(lab, Optional.empty());
        seen.until(
                "it is said", () -> dialogs().contains("Pod " + pod + ", which is root on node gpu-1, is still there"));
    }

    @Test
    void ofANodeShellThatTheLockKeepsItIsSaidBeforeClosingWhereItStays() {
        begin(ObjectVerb.NODE_SHELL, ObjectRef.node("gpu-2"));
        seen.until("a shell is opened", () -> !seen.stage.shells.isEmpty());
        seen.stage.shellService.refusal = Optional.of("the cluster is read-only");
        String pod = seen.stage.shells.getLast().pod();
        String said = seen.stage.nodeShells.ending(id).getLast();
        assertTrue(said.startsWith("pod " + pod + ", root on node gpu-2, stays: kubectl --context lab "), said);
        assertTrue(said.endsWith(" delete pod -n default " + pod), said);
    }

    @Test
    void ofANodeShellWhoseDeletionTheRulesAskForItIsSaidInItsPlanAndBeforeClosing() {
        begin(ObjectVerb.NODE_SHELL, ObjectRef.node("gpu-2"));
        seen.until("a shell is opened", () -> !seen.stage.shells.isEmpty());
        seen.stage.operations.ruling = new RuleDecision(
                List.of(), Optional.empty(), Optional.of("A second person must approve this (rule lab)."));
        begin(ObjectVerb.NODE_SHELL, ObjectRef.node("gpu-3"));
        seen.until("its plan is shown", () -> seen.dialogs.plans.size() == 2);
        assertEquals(
                List.of("Its deletion is asked for again when its tab is closed: A second person must approve this"
                        + " (rule lab)."),
                seen.dialogs.plans.getLast().effects());
        String pod = seen.stage.shells.getLast().pod();
        String said = seen.stage.nodeShells.ending(id).getLast();
        assertTrue(
                said.startsWith("pod " + pod + ", root on node gpu-2, stays: A second person must approve this"), said);
        assertTrue(said.endsWith(" delete pod -n default " + pod), said);
        seen.stage.closing.close(lab);
        seen.until("it is closed", () -> seen.stage.connections.asked.contains("close lab"));
        assertFalse(dialogs().contains("is still there"), "it was said before");
    }

    private void driver(String label, String value, String name) {
        drivers.add("{\"metadata\":{\"namespace\":\"gpu-operator\",\"name\":\"" + name + "\",\"labels\":{\"" + label
                + "\":\"" + value + "\"}}}");
    }

    @Test
    void nvidiaSmiIsRunInTheDriversPodElseInThatOfTheDevicePlugin() {
        driver("app", "nvidia-dcgm-exporter", "nvidia-dcgm-exporter-a");
        driver("app", "nvidia-device-plugin-daemonset", "nvidia-device-plugin-daemonset-b");
        begin(ObjectVerb.DRIVER, ObjectRef.node("gpu-1"));
        seen.until("it is run", () -> seen.stage.shells.size() == 1);
        driver("app.kubernetes.io/component", "nvidia-driver", "nvidia-gpu-driver-ubuntu22.04-c");
        begin(ObjectVerb.DRIVER, ObjectRef.node("gpu-1"));
        seen.until("it is run", () -> seen.stage.shells.size() == 2);
        assertEquals(
                "kubectl exec -it -n gpu-operator nvidia-device-plugin-daemonset-b -c x -- nvidia-smi",
                seen.stage.shells.getFirst().command("x").kubectl());
        assertEquals(
                "nvidia-gpu-driver-ubuntu22.04-c", seen.stage.shells.getLast().pod());
        assertEquals(
                "nvidia-gpu-driver-ubuntu22.04-c", seen.stage.shells.getLast().title(), "its tab says which");
        assertEquals(List.of(), compiled, "nothing is made for it");
    }

    @Test
    void whereNoDriverRunsItIsSaidWhatToDo() {
        begin(ObjectVerb.DRIVER, ObjectRef.node("gpu-1"));
        seen.until("it is refused", () -> dialogs().contains("refuse nvidia-smi on Node gpu-1: Neither a driver nor"));
        assertEquals(List.of(), seen.stage.shells);
    }

    @Test
    void whereARuleAsksForMoreTheDeletionIsShownFirst() {
        seen.stage.operations.ruling = new RuleDecision(List.of(), Optional.of("lab"));
        seen.dialogs.confirms = false;
        seen.stage.nodeShells.closed(id, ObjectRef.pod("default", "podium-node-shell-x"));
        seen.until("it is shown", () -> dialogs().contains("review Act on podium-node-shell-x"));
        assertEquals(List.of(), seen.stage.operations.asked);
    }

    @Test
    void whatWasLeftBehindIsFoundOnceByItsLabelAndOfferedToBeRemoved() {
        left.add("podium-node-shell-old");
        seen.dialogs.picks.addAll(List.of("Delete", "nothing"));
        seen.stage.nodeShells.open(id);
        seen.stage.nodeShells.open(id);
        seen.until("its deletion is shown", () -> dialogs().contains("review Act on podium-node-shell-old"));
        assertEquals(
                List.of("podium.operations/node-shell=" + seen.stage.nodeShells.owner()), selectors, "looked once");
        seen.stage.nodeShells.closed(id);
        seen.stage.nodeShells.open(id);
        seen.until("it is looked again", () -> selectors.size() == 2);
        seen.settle();
        assertFalse(dialogs().contains("consent"), "no kubeconfig wants to run anything");
        assertEquals(1, compiled.size(), "what is left is left");
    }

    @Test
    void aNodeShellThatTheLockEndedStaysUntilItMayBeDeletedAndIsOfferedThen() {
        begin(ObjectVerb.NODE_SHELL, ObjectRef.node("gpu-1"));
        seen.until("a shell is opened", () -> !seen.stage.shells.isEmpty());
        ShellRequest request = seen.stage.shells.getFirst();
        left.add(request.pod());
        seen.stage.shellService.refusal = Optional.of("the cluster is read-only");
        request.ended().run();
        request.closed().run();
        seen.settle();
        assertEquals(1, compiled.size(), "nothing is sent while it is locked");
        seen.stage.shellService.refusal = Optional.empty();
        seen.stage.nodeShells.open(id);
        seen.until("it is offered", () -> dialogs().contains("pick A node shell was left behind"));
    }

    @Test
    void severalThatWereLeftBehindAreAskedForInThePlural() {
        left.add("podium-node-shell-a");
        left.add("podium-node-shell-b");
        seen.stage.nodeShells.open(id);
        seen.until("it is offered", () -> dialogs().contains("pick Node shells were left behind: Delete"));
    }

    @Test
    void oneQuestionComesAfterTheOther() {
        runs("debugger-old");
        added("debugger-old", "u");
        left.add("podium-node-shell-old");
        seen.stage.debugContainers.open(id, () -> seen.stage.nodeShells.open(id));
        seen.until("the second is asked", () -> dialogs().contains("pick A node shell"));
        assertTrue(dialogs().indexOf("pick A debug container") < dialogs().indexOf("pick A node shell"), this::dialogs);
    }

    @Test
    void whatIsUsedByThisWindowIsNotOffered() {
        left.add("podium-node-shell-used");
        seen.stage.nodeShells.opened("podium-node-shell-used");
        seen.stage.nodeShells.open(id);
        seen.until("it was looked for", () -> !selectors.isEmpty());
        seen.settle();
        assertFalse(dialogs().contains("podium-node-shell-used"), this::dialogs);
    }

    /** An operation of before that added one to a pod. */
    private void added(String name, String uid) {
        ApiWrite write = new ApiWrite(
                ApiWrite.Verb.JSON_PATCH,
                ObjectRef.pod("team", "train-0"),
                "ephemeralcontainers",
                "[{\"op\":\"test\",\"path\":\"/spec/ephemeralContainers\",\"value\":null},"
                        + "{\"op\":\"add\",\"path\":\"/spec/ephemeralContainers\",\"value\":[{\"name\":\"" + name
                        + "\"}]}]",
                Optional.of(uid),
                Optional.empty(),
                "Add");
        Plan plan = new Plan(
                id,
                "debug",
                "Add " + name,
                List.of(new Step.Write(write, Optional.empty())),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        seen.stage.operations.publish(Examples.operation(name, plan, OperationState.DONE, 1, 1, Optional.of("done")));
    }

    private void runs(String debugger) {
        containers = new PodContainers(
                "u",
                false,
                List.of(
                        new Container("main", Role.MAIN, "running", 0, true),
                        new Container(debugger, Role.EPHEMERAL, "running", 0, true)));
    }

    @Test
    void aDebugContainerThatRunsOnWithoutAShellIsOfferedToBeEndedByOne() {
        runs("debugger-old");
        added("debugger-old", "u");
        added("debugger-of-a-pod-of-before", "other");
        added("debugger-ended", "u");
        seen.dialogs.picks.add("debugger-old in Pod team/train-0");
        seen.stage.debugContainers.open(id, () -> {});
        seen.stage.debugContainers.open(id, () -> {});
        seen.until("its shell is opened", () -> !seen.stage.shells.isEmpty());
        ShellRequest request = seen.stage.shells.getFirst();
        assertEquals(Optional.of("debugger-old"), request.container());
        assertEquals(Optional.of(List.of()), request.words(), "it is attached to");
        assertTrue(request.awaited() && !request.onNode(), "its tab ends what runs in it");
        assertFalse(dialogs().contains("debugger-ended") || dialogs().contains("of-a-pod-of-before"), this::dialogs);
        int asked = seen.dialogs.shown.size();
        seen.stage.debugContainers.closed(id);
        seen.stage.debugContainers.open(id, () -> {});
        seen.settle();
        assertEquals(asked, seen.dialogs.shown.size(), "a shell of this window uses it");
        request.ended().run();
        seen.stage.debugContainers.closed(id);
        seen.stage.debugContainers.open(id, () -> {});
        seen.until("it is asked again", () -> seen.dialogs.shown.size() > asked);
    }

    @Test
    void theRightToAddOneAndALockAreAskedBefore() {
        seen.stage.locks.set(lab, true);
        var entries = seen.stage.objects.entries(
                List.of(new Chosen(id, ObjectRef.node("gpu-1"), "u")), false, java.util.Set.of(ObjectVerb.NODE_SHELL));
        assertTrue(entries.getFirst().whyNot().orElse("").contains("read-only"), entries::toString);
        assertEquals(
                "ephemeralcontainers",
                ObjectVerb.DEBUG.needed(ObjectRef.pod("team", "p")).subresource());
    }
}
