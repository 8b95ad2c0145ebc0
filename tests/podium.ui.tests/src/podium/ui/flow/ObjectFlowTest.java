// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.core.api.SecretReader;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.operation.object.ObjectAction;
import podium.operation.object.ObjectActionCompiler;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.ui.enablement.ObjectVerb;
import podium.ui.fake.PartScreen;
import podium.ui.flow.ObjectFlow.Chosen;
import podium.ui.toolkit.Menus.Entry;

class ObjectFlowTest {
    private final PartScreen seen = new PartScreen();
    private final Cluster lab = seen.lab();
    private final ClusterId id = ClusterId.of(lab);
    private final List<String> asked = new ArrayList<>();
    private final ObjectFlow flow = seen.stage.objects;

    @BeforeEach
    void open() {
        seen.stage.connections.open(id.value(), Optional.empty());
        seen.stage.connections.capabilities.put(ObjectActionCompiler.class, new Compiler());
        seen.dialogs.confirms = true;
        seen.show();
    }

    @AfterEach
    void close() {
        seen.close();
    }

    private final class Compiler implements ObjectActionCompiler {
        @Override
        public Result compile(ObjectRef ref, String uid, ObjectAction act) {
            asked.add(act + " of " + ref.name());
            return ref.name().equals("odd")
                    ? new Result.Refused("odd cannot.", "Leave it.")
                    : new Result.Compiled(new Plan(
                            id, "act", "Act on " + ref.name(), List.of(), List.of(), List.of(), List.of(), List.of()));
        }

        @Override
        public List<Revision> revisions(ObjectRef ref) {
            return List.of(
                    new Revision(3, Optional.empty(), List.of("web:3"), "", true),
                    new Revision(2, Optional.of(Instant.EPOCH), List.of("web:2"), "before the fire", false));
        }

        @Override
        public Optional<Flaw> flaw(String yaml) {
            return Optional.empty();
        }
    }

    private Chosen deployment(String name) {
        return new Chosen(id, new ObjectRef("apps", "v1", "deployments", "Deployment", "team", name), "u");
    }

    private List<String> offered(boolean scaled, Chosen... chosen) {
        return flow.entries(List.of(chosen), scaled, EnumSet.allOf(ObjectVerb.class)).stream()
                .map(Entry::words)
                .toList();
    }

    @Test
    void eachKindIsOfferedWhatItCanDo() {
        assertEquals(
                List.of(
                        "Edit YAML\u2026",
                        "Labels\u2026",
                        "Scale\u2026",
                        "Restart Rollout\u2026",
                        "Roll Back\u2026",
                        "Delete\u2026"),
                offered(true, deployment("web")));
        assertEquals(
                List.of(
                        "Edit YAML\u2026",
                        "Pod Labels\u2026",
                        "Debug Container\u2026",
                        "Evict Pod\u2026",
                        "Delete Pod\u2026"),
                offered(false, new Chosen(id, ObjectRef.pod("team", "p"), "u")));
        assertEquals(
                List.of(
                        "Edit YAML\u2026",
                        "Labels\u2026",
                        "Taints\u2026",
                        "Node Shell\u2026",
                        "nvidia-smi in Driver Pod",
                        "Delete\u2026"),
                offered(false, new Chosen(id, ObjectRef.node("n"), "u")));
        assertEquals(
                List.of("Edit YAML\u2026", "Show Content\u2026"),
                offered(false, new Chosen(id, new ObjectRef("", "v1", "secrets", "Secret", "team", "s"), "u")));
    }

    /** Both were offered, and the server refused them. */
    @Test
    void aPodThatHasEndedIsNeitherLookedIntoNorEvictedButStillDeleted() {
        Job job = seen.stage.made.job(lab, "tokenize", "Job", JobState.SUCCEEDED, 1, 0);
        seen.stage.made.task(job, 0, TaskPhase.SUCCEEDED, List.of()).setUid("ended");
        List<Entry> entries = flow.entries(
                List.of(new Chosen(id, ObjectRef.pod("team", "p"), "ended")),
                false,
                EnumSet.of(ObjectVerb.DEBUG, ObjectVerb.EVICT, ObjectVerb.DELETE));
        assertEquals(
                List.of(Optional.of("it has ended"), Optional.of("it has ended"), Optional.empty()),
                entries.stream().map(Entry::whyNot).toList());
    }

    @Test
    void theKeyThatEditsStandsBesideItsEntry() {
        List<Entry> entries = flow.entries(List.of(deployment("web")), false, EnumSet.of(ObjectVerb.EDIT));
        assertEquals("E", entries.getFirst().key());
    }

    @Test
    void aLockedClusterIsSaidWhereAnActIsOffered() {
        seen.stage.locks.set(lab, true);
        List<Entry> entries = flow.entries(List.of(deployment("web")), false, EnumSet.of(ObjectVerb.DELETE));
        assertTrue(entries.getFirst().whyNot().orElse("").contains("read-only"), entries::toString);
    }

    @Test
    void severalAreOneOperationAndOneThatCannotStopsAll() {
        flow.begin(ObjectVerb.RESTART, List.of(deployment("web"), deployment("api")));
        seen.until("it is shown", () -> seen.dialogs.shown.contains("review Act on web and api"));
        seen.stage.jobActs.waits = List.of("A new pod has to be admitted.");
        flow.begin(ObjectVerb.RESTART, List.of(deployment("web")));
        seen.until("it is shown", () -> seen.dialogs.plans.size() == 2);
        assertTrue(seen.dialogs.plans.getLast().effects().contains("A new pod has to be admitted."));
        flow.begin(ObjectVerb.RESTART, List.of(deployment("web"), deployment("odd")));
        seen.until("it is refused", () -> seen.dialogs.shown.toString().contains("odd cannot."));
    }

    /** "Label", "Scale", "Next" and "Go On" led to a plan, and only some said that the cluster is production. */
    @Test
    void whateverLeadsToAPlanIsCalledSoAndSaysOfWhichClusterItIs() {
        List<Chosen> web = List.of(deployment("web"));
        flow.begin(ObjectVerb.LABELS, web);
        flow.begin(ObjectVerb.TAINTS, List.of(new Chosen(id, ObjectRef.node("n"), "u")));
        flow.begin(ObjectVerb.SCALE, web);
        flow.begin(ObjectVerb.ROLL_BACK, web);
        seen.until("all four ask", () -> seen.dialogs.buttons.size() == 4);
        assertEquals(Set.of("Plan\u2026 in lab"), Set.copyOf(seen.dialogs.buttons), seen.dialogs.buttons::toString);
    }

    @Test
    void labelsAreTypedAsForKubectl() {
        seen.dialogs.answer = " tier=gold  old- ";
        flow.begin(ObjectVerb.LABELS, List.of(deployment("web")));
        seen.until("it is asked", () -> asked.contains("Label[changes=[tier=gold, old-]] of web"));
    }

    @Test
    void labelsAndTaintsThatNodesHaveAreProposedForANode() {
        List<Chosen> node = List.of(new Chosen(id, ObjectRef.node("n"), "u"));
        lab.getNodes().getFirst().setLabels(Labels.of("kubernetes.io/hostname", "n", "pool", "a"));
        lab.getNodes().getFirst().setTaints(new Taints(List.of(new Taint("gpu", "", "NoSchedule"))));
        flow.begin(ObjectVerb.LABELS, node);
        assertTrue(seen.dialogs.known.contains("pool=a"), seen.dialogs.known::toString);
        assertTrue(seen.dialogs.known.stream().noneMatch(name -> name.contains("hostname")));
        flow.begin(ObjectVerb.TAINTS, node);
        assertEquals(List.of("gpu:NoSchedule"), seen.dialogs.known);
        flow.begin(ObjectVerb.LABELS, List.of(deployment("web")));
        assertEquals(List.of(), seen.dialogs.known);
    }

    @Test
    void anEditIsCompiledFromWhatWasReadAndWhatWasWritten() {
        String json =
                "{\"kind\":\"Deployment\",\"metadata\":{\"name\":\"web\",\"managedFields\":[]},\"status\":{\"x\":1}}";
        seen.stage.connections.objects.put("/apis/apps/v1/namespaces/team/deployments/web", json);
        flow.begin(ObjectVerb.EDIT, List.of(deployment("web")));
        seen.until("it is compiled", () -> !asked.isEmpty());
        assertEquals(
                List.of("Edit[before=" + json + ", after=kind: Deployment\nmetadata:\n  name: web\n] of web"), asked);
        assertTrue(seen.dialogs.shown.contains("edit Edit Deployment web"), seen.dialogs.shown::toString);
        assertEquals(List.of(), seen.stage.notes, "nothing in it is hidden elsewhere");
    }

    /** Whoever ticks Secrets in the YAML beside it is in the journal. */
    @Test
    void aTextToBeEditedThatShowsHiddenValuesIsInTheJournalOrNotShown() {
        seen.stage.connections.objects.put(
                "/apis/apps/v1/namespaces/team/deployments/web",
                "{\"kind\":\"Deployment\",\"env\":[{\"name\":\"HF_TOKEN\",\"value\":\"hf_abcdefghijklmnop\"}]}");
        seen.stage.noteProblem = Optional.of(new IOException("no space left on device"));
        flow.begin(ObjectVerb.EDIT, List.of(deployment("web")));
        seen.until("it is refused", () -> seen.dialogs.shown.toString().contains("no space left on device"));
        assertFalse(seen.dialogs.shown.contains("edit Edit Deployment web"), seen.dialogs.shown::toString);
        seen.stage.noteProblem = Optional.empty();
        flow.begin(ObjectVerb.EDIT, List.of(deployment("web")));
        seen.until("it is opened", () -> seen.dialogs.shown.contains("edit Edit Deployment web"));
        assertEquals(
                List.of("shown secret Deployment team/web: The hidden values of Deployment team/web were shown, to be"
                        + " edited"),
                seen.stage.notes);
    }

    @Test
    void theEditorIsNotOpenedForAnotherObjectOfTheSameName() {
        seen.stage.connections.objects.put(
                "/apis/apps/v1/namespaces/team/deployments/web",
                "{\"kind\":\"Deployment\",\"metadata\":{\"name\":\"web\",\"uid\":\"of somebody else\"}}");
        flow.begin(ObjectVerb.EDIT, List.of(deployment("web")));
        seen.until("it is refused", () -> !seen.dialogs.shown.isEmpty());
        assertEquals(
                List.of("refuse Edit Deployment web: It is no longer on the server. Another one of its name is there"
                        + " now."),
                seen.dialogs.shown);
    }

    @Test
    void anEditMayBeOpenedAtAField() {
        seen.stage.connections.objects.put(
                "/apis/apps/v1/namespaces/team/deployments/web", "{\"kind\":\"Deployment\"}");
        flow.edit(deployment("web"), "nodeSelector").orElseThrow().run();
        seen.until("it is open", () -> !seen.dialogs.drafts.isEmpty());
        assertEquals("nodeSelector", seen.dialogs.drafts.getFirst().field());
    }

    @Test
    void whatWasWrittenIsOpenedAgainWhereNothingCameOfIt() {
        for (String name : List.of("odd", "web")) {
            seen.stage.connections.objects.put(
                    "/apis/apps/v1/namespaces/team/deployments/" + name,
                    "{\"kind\":\"Deployment\",\"metadata\":{\"name\":\"" + name + "\"}}");
        }
        seen.dialogs.written = "kind: Deployment # mine";
        flow.begin(ObjectVerb.EDIT, List.of(deployment("odd")));
        seen.until(
                "it is open again",
                () -> seen.dialogs.shown.contains("edit Edit Deployment odd again: kind: Deployment # mine"));
        assertTrue(
                seen.dialogs.shown.toString().contains("refuse Edit Deployment odd: odd cannot."),
                seen.dialogs.shown::toString);
        seen.dialogs.reviews = false;
        flow.begin(ObjectVerb.EDIT, List.of(deployment("web")));
        seen.until(
                "it is open again",
                () -> seen.dialogs.shown.contains("edit Edit Deployment web again: kind: Deployment # mine"));
    }

    /** Two editors with the same text lay over each other. */
    @Test
    void theEditorIsOpenedAgainOnceWhereItsPlanWasMadeAgain() {
        seen.stage.connections.objects.put(
                "/apis/apps/v1/namespaces/team/deployments/web",
                "{\"kind\":\"Deployment\",\"metadata\":{\"name\":\"web\"}}");
        seen.dialogs.written = "kind: Deployment # mine";
        seen.dialogs.reviews = false;
        seen.dialogs.renews = true;
        flow.begin(ObjectVerb.EDIT, List.of(deployment("web")));
        seen.until("it was planned twice", () -> seen.dialogs.plans.size() == 2);
        seen.until("it is open again", () -> seen.dialogs.drafts.size() == 2);
        seen.stage.services.background().run(() -> true, _ -> asked.add("later"), _ -> {});
        seen.until("what was under way is over", () -> asked.contains("later"));
        assertEquals(2, seen.dialogs.drafts.size(), seen.dialogs.shown::toString);
    }

    @Test
    void onlyOtherRevisionsCanBeRolledBackTo() {
        flow.begin(ObjectVerb.ROLL_BACK, List.of(deployment("web")));
        seen.until("it is asked", () -> asked.contains("RollBack[revision=2] of web"));
        assertTrue(
                seen.dialogs.shown.toString().contains("pick Roll back Deployment web: Revision 2"),
                seen.dialogs.shown::toString);
    }

    @Test
    void theContentOfASecretIsReadOnlyWhenItIsAskedFor() {
        List<String> read = new ArrayList<>();
        seen.stage.connections.capabilities.put(SecretReader.class, (SecretReader) (namespace, name, uid) -> {
            read.add(name);
            assertEquals("u", uid);
            return Optional.of(Map.of("key", "CANARY".getBytes(StandardCharsets.UTF_8)));
        });
        Chosen secret = new Chosen(id, new ObjectRef("", "v1", "secrets", "Secret", "team", "door"), "u");
        assertEquals(
                "Podium does not write Secrets; Show Content has the kubectl command",
                flow.entries(List.of(secret), false, EnumSet.allOf(ObjectVerb.class))
                        .getFirst()
                        .whyNot()
                        .orElseThrow());
        assertEquals(List.of(), read);
        flow.begin(ObjectVerb.CONTENT, List.of(secret));
        seen.until("it is shown", () -> seen.dialogs.shown.stream()
                .anyMatch(shown -> shown.startsWith("secret Content of Secret door [key] kubectl --context lab ")
                        && shown.endsWith(" edit secrets/door -n team")));
        assertFalse(seen.dialogs.shown.toString().contains("CANARY"));
        assertEquals(
                List.of("shown secret Secret team/door: The content of Secret team/door was shown, with the keys key"),
                seen.stage.notes);
    }

    @Test
    void theContentOfASecretIsNotShownWhereTheJournalCannotSaySo() {
        seen.stage.connections.capabilities.put(
                SecretReader.class, (SecretReader) (namespace, name, uid) -> Optional.of(Map.of("key", new byte[1])));
        seen.stage.noteProblem = Optional.of(new IOException("no space left on device"));
        flow.begin(
                ObjectVerb.CONTENT,
                List.of(new Chosen(id, new ObjectRef("", "v1", "secrets", "Secret", "team", "door"), "u")));
        seen.until("it is refused", () -> seen.dialogs.shown.toString().contains("no space left on device"));
        assertFalse(seen.dialogs.shown.toString().contains("secret Content"), seen.dialogs.shown::toString);
    }
}
