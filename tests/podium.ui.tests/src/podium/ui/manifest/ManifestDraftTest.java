// SPDX-License-Identifier: Apache-2.0
package podium.ui.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.testkit.DirectRealm;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.rule.RuleService;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.testkit.Await;
import podium.ui.drag.DragSession;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.fake.FakeAdvice;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.FakeSubmit;
import podium.ui.fake.UnknownAccess;
import podium.ui.manifest.ManifestDraft.Mode;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Palette.Name;

/** What is said of a manifest while it is written. */
class ManifestDraftTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster lab = made.cluster("lab", 2);
    private final FakeSubmit submit = new FakeSubmit();
    private final ConsoleLocks locks = new ConsoleLocks();
    private final BackgroundWork background = new BackgroundWork(new DirectRealm());
    private final DragSession session = new DragSession();

    @AfterEach
    void close() {
        background.close();
    }

    private ManifestDraft draft(String text, Optional<Target> target) {
        ActionEnablement offers = new ActionEnablement(locks, RuleService.none(), new UnknownAccess());
        FakePlacement placement = new FakePlacement();
        ManifestDraft draft = new ManifestDraft(
                lab,
                new ManifestDraft.Services(submit, placement, new FakeAdvice(placement), offers, background, session),
                "team",
                text,
                target);
        draft.read(text, "team");
        return draft;
    }

    private ManifestDraft draft(String text) {
        return draft(text, Optional.empty());
    }

    private Optional<Target> onNode() {
        return Optional.of(new Target.OnNode(lab.getNodes().getFirst()));
    }

    @Test
    void eachObjectIsARowAndEachFlawIsOneWithItsLine() {
        ManifestDraft draft = draft("config settings\njob big 4 8\noops");
        List<ManifestLine> lines = draft.lines();
        assertTrue(lines.getFirst().isFlaw());
        assertEquals("line 3: This is no manifest. Write one.", lines.getFirst().words());
        assertEquals("is created with it", lines.get(1).words());
        assertEquals(32, lines.get(2).gpus());
        assertEquals(
                "fits 2 of 4 nodes; all 4 tasks together in rack a1",
                lines.get(2).words());
        assertEquals("2 objects; 1 job, 4 tasks, 32 GPUs; 1 error", draft.summary());
        assertEquals(Optional.of("Correct what is marked first."), draft.whyNot());
    }

    /** "0 objects; 0 jobs, 0 tasks, 0 GPUs; 1 error" counted what was not read yet. */
    @Test
    void ofWhatCannotBeReadOnlyTheErrorsAreCounted() {
        assertEquals("1 error.", draft("oops").summary());
    }

    @Test
    void nothingIsOfferedBeforeThereIsSomething() {
        assertEquals(
                Optional.of("Paste a manifest, or open a file."), draft(" \n").whyNot());
        assertEquals("Nothing yet.", draft("").summary());
    }

    @Test
    void theAnswerToAnOlderTextIsLeftAside() {
        submit.slow = true;
        ManifestDraft draft = draft("job old 1 1");
        draft.read("job young 1 1", "team");
        assertEquals("Reading\u2026", draft.summary());
        assertEquals(1, submit.waiting.size(), "one is read at a time");
        submit.waiting.getFirst().run();
        assertEquals("Reading\u2026", draft.summary());
        assertEquals(2, submit.waiting.size());
        submit.waiting.getLast().run();
        assertEquals("young", draft.lines().getFirst().name());
        draft.read("job third 1 1", "team");
        draft.read(" ", "team");
        submit.waiting.getLast().run();
        assertEquals("Nothing yet.", draft.summary());
        assertEquals(3, submit.waiting.size(), "what was deleted meanwhile is not read");
    }

    /** The old one stood in red for the 25 s in which 3,000 jobs were read. */
    @Test
    void whileAnotherTextIsReadNothingIsSaidToBeWrongWithIt() {
        ManifestDraft draft = draft("oops");
        assertTrue(draft.lines().getFirst().isFlaw());
        submit.slow = true;
        draft.read("job big 4 8", "team");
        assertEquals(List.of(), draft.lines());
        assertEquals(Optional.of(draft.summary()), draft.whyNot());
        submit.waiting.getFirst().run();
        assertEquals("big", draft.lines().getFirst().name());
    }

    @Test
    void aWayThatTheKindDoesNotTakeIsGreyWithTheReason() {
        submit.notHeld = Optional.of("a DaemonSet cannot be held");
        ManifestDraft draft = draft("job big 1 1");
        assertEquals(Optional.of("a DaemonSet cannot be held"), draft.whyNot(Mode.HELD));
        assertEquals(Optional.empty(), draft.whyNot(Mode.FREE));
        assertEquals(Optional.empty(), draft.whyNot());
    }

    @Test
    void withoutPodsThereIsNothingToHoldOrPlace() {
        ManifestDraft draft = draft("config settings");
        assertEquals(Optional.of("nothing in it creates pods"), draft.whyNot(Mode.HELD));
        assertEquals(Optional.of("nothing in it creates pods"), draft.whyNot(Mode.PLACED));
        assertEquals(Optional.empty(), draft.whyNot());
    }

    @Test
    void whereItWasDroppedComesFirstAndIsGreyWhereItDoesNotFit() {
        ManifestDraft fits = draft("job small 1 1", onNode());
        assertEquals(Mode.PLACED, fits.mode());
        assertTrue(fits.lines().getFirst().words().startsWith("fits on "), fits.lines()::toString);
        ManifestDraft huge = draft("job huge 1 99", onNode());
        assertEquals(Optional.of(Fit.DOES_NOT_FIT), huge.lines().getFirst().fit());
        assertTrue(huge.whyNot(Mode.PLACED).orElseThrow().startsWith("does not fit on "));
        assertEquals(Mode.PLACED, huge.mode(), "it is not sent elsewhere unasked");
        assertTrue(huge.whyNot().isPresent());
        huge.choose(Mode.FREE);
        assertEquals(Optional.empty(), huge.whyNot());
    }

    @Test
    void aReadOnlyClusterIsSaidThoughTheVerdictsAreShown() {
        locks.set(lab, true);
        ManifestDraft draft = draft("job big 1 1");
        assertEquals(1, draft.lines().size());
        assertTrue(draft.whyNot().orElseThrow().contains("read-only"));
    }

    @Test
    void aJobThatIsLookedAtIsCarriedSoThatTheCanvasAnswers() {
        ManifestDraft draft = draft("job big 1 1");
        draft.light(draft.lines().getFirst().subject());
        assertEquals("big", session.current().orElseThrow().job().getName());
        draft.light(Optional.empty());
        assertEquals(Optional.empty(), session.current());
    }

    @Test
    void whatIsLitAlreadyIsNotAskedAgain() {
        ManifestDraft draft = draft("job big 1 1\njob small 1 1");
        int[] asked = {0};
        session.listen(() -> asked[0]++);
        draft.light(draft.lines().getFirst().subject());
        draft.light(draft.lines().getFirst().subject());
        assertEquals(1, asked[0]);
        draft.light(draft.lines().getLast().subject());
        assertEquals(2, asked[0]);
        assertEquals("small", session.current().orElseThrow().job().getName());
    }

    private static void looked(ManifestDraft draft, BooleanSupplier said) {
        Await.until("it is looked at again", () -> {
            draft.look();
            return said.getAsBoolean();
        });
    }

    private void fill() {
        Job other = made.job(lab, "other", "Job", JobState.RUNNING, 1, 8);
        made.task(other, 0, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));
    }

    /** A place that somebody else filled stayed green, and one that became free again stayed red. */
    @Test
    void whatIsSaidOfAPlaceFollowsTheCluster() {
        ManifestDraft draft = draft("config settings\njob small 1 4", onNode());
        assertEquals(Optional.empty(), draft.whyNot());
        assertFalse(draft.look(), "nothing has changed");
        fill();
        looked(
                draft,
                () -> draft.whyNot().isPresent()
                        && draft.lines().getLast().fit().equals(Optional.of(Fit.DOES_NOT_FIT)));
        assertTrue(draft.lines().getLast().words().startsWith("does not fit on "), draft.lines()::toString);
        assertTrue(draft.whyNot().orElseThrow().startsWith("does not fit on "));
        Task gone = lab.getJobs().getLast().getTasks().getFirst();
        gone.getAccelerators().clear();
        gone.setNode(null);
        looked(
                draft,
                () -> draft.whyNot().isEmpty() && draft.lines().getLast().fit().equals(Optional.of(Fit.FITS)));
    }

    /** The subject stays the one that the canvas is lit for. */
    @Test
    void aJobThatIsJudgedAgainIsTheSame() {
        ManifestDraft draft = draft("job small 1 4", onNode());
        Optional<Subject> before = draft.lines().getFirst().subject();
        fill();
        looked(draft, () -> draft.lines().getFirst().fit().equals(Optional.of(Fit.DOES_NOT_FIT)));
        assertEquals(before, draft.lines().getFirst().subject());
        assertEquals(before, draft.supposed());
    }

    @Test
    void aPlaceThatWasDeletedIsSaidToBeGoneAndNotToBeElsewhere() {
        ManifestDraft draft = draft("job small 1 4", onNode());
        lab.getNodes().removeFirst();
        looked(
                draft,
                () -> draft.whyNot().isPresent()
                        && !draft.lines().getFirst().words().contains("In all"));
        assertTrue(draft.whyNot().orElseThrow().contains("no longer in"), draft.whyNot()::toString);
        assertEquals(
                "fits 2 of 4 nodes; all 1 tasks together in rack a1",
                draft.lines().getFirst().words());
    }

    @Test
    void ofAClosedClusterNothingIsSaidToFit() {
        ManifestDraft draft = draft("job small 1 4");
        made.fleet().getClusters().remove(lab);
        looked(draft, () -> draft.lines().isEmpty());
        assertEquals(List.of(), draft.lines());
        assertEquals(Optional.empty(), draft.supposed());
        assertFalse(draft.look(), "it is said once");
    }

    /** It read "fits on", and the plan was refused, since it would wait there for ever. */
    @Test
    void aCordonedNodeIsNoPlace() {
        ManifestDraft draft = draft("job small 1 4", onNode());
        lab.getNodes().getFirst().setUnschedulable(true);
        looked(draft, () -> draft.whyNot().isPresent());
        String why =
                "would wait on " + lab.getNodes().getFirst().getName() + ": cordoned: fits once the cordon is lifted";
        assertEquals(Optional.of(why), draft.whyNot());
        looked(draft, () -> draft.lines().getFirst().words().startsWith(why + ". In all: "));
        assertEquals(Optional.of(Fit.DOES_NOT_FIT), draft.lines().getFirst().fit());
        draft.choose(Mode.FREE);
        assertEquals(Optional.empty(), draft.whyNot());
    }

    /** Fifty jobs of a GPU each had fifty green ticks where 29 GPUs were free. */
    @Test
    void thatSeveralJobsDoNotFitTogetherIsSaidBesideWhatTheyAreInAll() {
        submit.shortage = Optional.of("room for at most 1 of 2 tasks now");
        ManifestDraft draft = draft("job a 1 8\njob b 1 8");
        assertEquals("2 objects; 2 jobs, 2 tasks, 16 GPUs; room for at most 1 of 2 tasks now", draft.summary());
        assertEquals(Name.WARNING, draft.tone());
        submit.shortage = Optional.empty();
        looked(draft, () -> draft.tone() == Name.TEXT);
        assertEquals("2 objects; 2 jobs, 2 tasks, 16 GPUs", draft.summary());
        submit.shortage = Optional.of("its row says it");
        assertEquals("1 object; 1 job, 1 task, 8 GPUs", draft("job a 1 8").summary());
    }

    /** The manifest that was there before could be sent in the place of a file that could not be read. */
    @Test
    void whatWasThereBeforeAFileThatCannotBeReadIsNotSentUnlessItIsWrittenOn() {
        ManifestDraft draft = draft("job old 1 1");
        draft.opening();
        assertTrue(draft.whyNot().isPresent(), "while the file is opened");
        draft.notOpened(new IOException("latin.yaml is not UTF-8 text."));
        assertEquals("Not opened: latin.yaml is not UTF-8 text.", draft.summary());
        assertEquals(Name.CRITICAL, draft.tone());
        assertEquals(Optional.of("The text is the one from before. Change it, or open another file."), draft.whyNot());
        assertEquals(List.of(), draft.lines());
        assertEquals(Optional.empty(), draft.supposed());
        draft.read("job old 1 1 ", "team");
        assertEquals(Optional.empty(), draft.whyNot());
    }
}
