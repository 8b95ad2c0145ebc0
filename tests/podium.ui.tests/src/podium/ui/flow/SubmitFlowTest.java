// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.submit.Submission;
import podium.placement.Target;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.manifest.ManifestDraft;
import podium.ui.manifest.ManifestDraft.Mode;
import podium.ui.manifest.ManifestFiles;

/** From the menu, or from files that are dropped, to a plan. */
class SubmitFlowTest {
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false, dialogs);
    private final Cluster lab = stage.made.cluster("lab", 2);
    private final Job train = stage.made.job(lab, "train", "Job", JobState.RUNNING, 1, 8);

    @AfterEach
    void close() {
        screen.close();
    }

    private void run(EObject... selection) {
        assertEquals(Optional.empty(), stage.actions.whyNot(FleetAction.SUBMIT, List.of(selection)));
        stage.actions.run(FleetAction.SUBMIT, List.of(selection));
        screen.settle();
    }

    private void write(String text, Mode mode) {
        dialogs.confirms = true;
        dialogs.written = text;
        dialogs.mode = Optional.of(mode);
    }

    private static Path file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void whatIsWrittenIsPlannedAsChosenInTheNamespaceOfTheSelection() {
        write("config settings\njob big 4 8", Mode.HELD);
        run(train);
        assertTrue(
                dialogs.shown.getFirst().startsWith("submit to lab in " + train.getNamespace() + ": "),
                dialogs.shown::toString);
        assertEquals(List.of("[settings, big] Held"), stage.submit.planned);
        assertEquals("review Submit settings", dialogs.shown.getLast());
    }

    @Test
    void withNothingSelectedTheFirstClusterIsMeant() {
        write("job big 1 8", Mode.FREE);
        run();
        assertEquals(List.of("[big] Free"), stage.submit.planned);
        assertTrue(dialogs.shown.getFirst().startsWith("submit to lab in default: 1 object; 1 job, 1 task, 8 GPUs"));
    }

    @Test
    void placedWithoutAPlaceLetsOneBeChosenFirst() {
        write("job big 1 8", Mode.PLACED);
        run();
        assertTrue(dialogs.shown.get(1).startsWith("choose among "), dialogs.shown::toString);
        assertEquals(List.of("[big] On"), stage.submit.planned);
    }

    @Test
    void aReadOnlyClusterIsOfferedNothingAndSaysWhy() {
        stage.locks.set(lab, true);
        assertTrue(stage.actions
                .whyNot(FleetAction.SUBMIT, List.of(lab))
                .orElseThrow()
                .contains("read-only"));
    }

    @Test
    void whatWasRefusedIsThereAgainTheNextTimeAndWhatWasSubmittedIsNot() {
        write("job big 1 8", Mode.FREE);
        stage.submit.answer = Optional.of(new Result.Refused("it exists already", "Rename it."));
        run();
        assertEquals("refuse Submit: it exists already", dialogs.shown.getLast());
        assertEquals("job big 1 8", stage.unsent.text());
        stage.submit.answer = Optional.empty();
        run();
        assertEquals("", stage.unsent.text());
    }

    /** A place that was chosen fell back to Free: the next plan would have sent it unpinned. */
    @Test
    void howItWasToBeSubmittedIsThereAgainAsWell() {
        write("job big 1 4", Mode.PLACED);
        dialogs.at = Optional.of(new Target.OnNode(lab.getNodes().getLast()));
        stage.submit.answer = Optional.of(new Result.Refused("it exists already", "Rename it."));
        run(train);
        assertEquals(List.of("[big] On"), stage.submit.planned);
        dialogs.confirms = false;
        dialogs.written = "";
        dialogs.mode = Optional.empty();
        dialogs.at = Optional.empty();
        run();
        ManifestDraft draft = dialogs.submits.getLast();
        assertEquals("job big 1 4", draft.text());
        assertEquals(Mode.PLACED, draft.mode());
        assertEquals(lab.getNodes().getLast().getName(), draft.where());
        assertEquals(train.getNamespace(), draft.namespace());
        assertEquals(
                Optional.of(new Submission.On(new Target.OnNode(lab.getNodes().getLast()))), draft.submission());
    }

    @Test
    void aFileOnANodeIsPlacedThere(@TempDir Path folder) throws IOException {
        dialogs.confirms = true;
        Path file = file(folder, "big.yaml", "job big 1 4");
        stage.actions
                .submit()
                .drop(
                        List.of(file),
                        Optional.of(new Target.OnNode(lab.getNodes().getFirst())),
                        List.of());
        screen.until("it was planned", () -> !stage.submit.planned.isEmpty());
        assertEquals(List.of("[big] On"), stage.submit.planned);
    }

    @Test
    void severalFilesAreOneSubmission(@TempDir Path folder) throws IOException {
        dialogs.confirms = true;
        Path one = file(folder, "one.yaml", "a: 1\n");
        Path two = file(folder, "two.json", "{\n\t\"b\": 2}");
        assertEquals("# one.yaml\na: 1\n\n---\n# two.json\n{\n  \"b\": 2}", ManifestFiles.read(List.of(one, two)));
        assertEquals("{\n\t\"b\": 2}", ManifestFiles.read(List.of(two)), "alone it may keep its tabs");
        stage.actions.submit().drop(List.of(one, two), Optional.empty(), List.of());
        screen.until("it was shown", () -> !dialogs.shown.isEmpty());
        assertTrue(dialogs.shown.getFirst().contains("(Correct what is marked first.)"), dialogs.shown::toString);
        assertEquals(List.of(), stage.submit.planned);
    }

    @Test
    void otherFilesAreRefusedByTheirName(@TempDir Path folder) {
        stage.actions.submit().drop(List.of(folder.resolve("notes.txt")), Optional.empty(), List.of());
        assertEquals("refuse Submit: notes.txt does not look like a manifest.", dialogs.shown.getLast());
        assertTrue(ManifestFiles.isOne(Path.of("A.YML")));
        assertFalse(ManifestFiles.isOne(Path.of("yaml")));
    }

    @Test
    void aFileThatCannotBeReadIsSaid(@TempDir Path folder) throws IOException {
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        IOException problem = assertThrows(IOException.class, () -> ManifestFiles.read(List.of(binary)));
        assertEquals("binary.yaml is not UTF-8 text.", problem.getMessage());
        stage.actions.submit().drop(List.of(folder.resolve("gone.yaml")), Optional.empty(), List.of());
        screen.until("it was refused", () -> !dialogs.shown.isEmpty());
        assertTrue(dialogs.shown.getLast().startsWith("refuse Submit: The file could not be read: "));
    }
}
