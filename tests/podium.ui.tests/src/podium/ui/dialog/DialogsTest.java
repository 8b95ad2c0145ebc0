// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.operation.FieldConflict;
import podium.core.placement.Subject;
import podium.core.placement.Target;
import podium.core.port.ActAs;
import podium.core.rule.Protection;
import podium.core.rule.Rules;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.ui.act.Act;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.FakeRules;
import podium.ui.fake.Screen;
import podium.ui.fake.Stage;

class DialogsTest {
    private final Screen screen = Screen.open();
    private final Stage stage = new Stage(screen.display(), false, kit -> new ShellDialogs(screen.display(), kit));
    private final Cluster cluster = stage.made.cluster("lab", 8);
    private final Job job = stage.made.job(cluster, "train", "Job", JobState.WAITING, 1, 8);

    @BeforeEach
    void open() {
        screen.show(screen.shell(300, 200));
    }

    @AfterEach
    void close() {
        screen.close();
    }

    /** Opens a dialog, which serves its own events, and does things in it once it is up. */
    private void in(Runnable opens, Runnable then) {
        @Nullable Throwable[] failure = new Throwable[1];
        screen.display().asyncExec(() -> {
            try {
                then.run();
            } catch (AssertionError | RuntimeException e) {
                failure[0] = e;
            } finally {
                Shell[] shells = screen.display().getShells();
                if (shells.length > 1) {
                    shells[shells.length - 1].close();
                }
            }
        });
        opens.run();
        if (failure[0] instanceof AssertionError error) {
            throw error;
        } else if (failure[0] instanceof RuntimeException error) {
            throw error;
        }
    }

    private Shell dialog() {
        Shell[] shells = screen.display().getShells();
        return shells[shells.length - 1];
    }

    private <C extends Control> List<C> all(Class<C> type) {
        List<C> found = new ArrayList<>();
        collect(dialog(), type, found);
        return found;
    }

    private static <C extends Control> void collect(Composite in, Class<C> type, List<C> found) {
        for (Control child : in.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite inner) {
                collect(inner, type, found);
            }
        }
    }

    private Button button(String words) {
        return all(Button.class).stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words));
    }

    private void press(String words) {
        button(words).notifyListeners(SWT.Selection, new Event());
    }

    private void tick(String words) {
        button(words).setSelection(true);
        press(words);
    }

    private String words() {
        return String.join("\n", all(Label.class).stream().map(Label::getText).toList());
    }

    @Test
    void aPlanCannotBeConfirmedBeforeItsCheckIsThrough() {
        CountDownLatch held = new CountDownLatch(1);
        boolean[] confirmed = {false};
        in(
                () -> new ShellDialogs(screen.display(), stage.kit)
                        .review(
                                FakePlacement.example(job),
                                () -> {
                                    held.await();
                                    return List.of();
                                },
                                () -> confirmed[0] = true),
                () -> {
                    assertFalse(button("Place").isEnabled());
                    assertTrue(words().contains("Checking with the server"));
                    held.countDown();
                    screen.until("it can be confirmed", () -> button("Place").isEnabled());
                    press("Place");
                });
        assertTrue(confirmed[0]);
    }

    @Test
    void aProblemKeepsThePlanFromBeingConfirmedAndIsSaid() {
        boolean[] confirmed = {false};
        in(
                () -> new ShellDialogs(screen.display(), stage.kit)
                        .review(
                                FakePlacement.example(job),
                                () -> List.of("you may not patch jobs in research"),
                                () -> confirmed[0] = true),
                () -> {
                    screen.until("it is said", () -> words().contains("you may not patch jobs"));
                    assertFalse(button("Place").isEnabled());
                });
        assertFalse(confirmed[0]);
    }

    @Test
    void aCheckThatFailsIsNoPass() {
        in(
                () -> new ShellDialogs(screen.display(), stage.kit)
                        .review(
                                FakePlacement.example(job),
                                () -> {
                                    throw new java.io.IOException("connection reset");
                                },
                                () -> {}),
                () -> {
                    screen.until("it is said", () -> words().contains("connection reset"));
                    assertFalse(button("Place").isEnabled());
                });
    }

    @Test
    void thePlanShowsStepsEffectsWhatIsLostAndTheDiff() {
        in(
                () -> new ShellDialogs(screen.display(), stage.kit)
                        .review(FakePlacement.example(job), () -> List.of(), () -> {}),
                () -> {
                    assertTrue(dialog().getText().startsWith("Place train"));
                    assertTrue(words().contains("this is a restart"));
                    assertTrue(words().contains("What cannot be taken back"));
                    assertTrue(words().contains("last checkpoint is lost"));
                    assertEquals(4, all(NatTable.class).getFirst().getRowCount());
                    List<StyledText> sides = all(StyledText.class);
                    assertTrue(sides.get(0).getText().contains("\u2212       nodeSelector: {}"));
                    assertTrue(sides.get(1).getText().contains("+         topology.kubernetes.io/rack: a2"));
                });
    }

    @Test
    void whatStaysChangedIsCopiedAsAPatchForItsRepositoryAndNothingIsSent() {
        boolean[] confirmed = {false};
        in(
                () -> new ShellDialogs(screen.display(), stage.kit)
                        .review(FakePlacement.example(job), () -> List.of(), () -> confirmed[0] = true),
                () -> {
                    press("Copy as patch");
                    Clipboard clipboard = new Clipboard(screen.display());
                    String copied = String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
                    clipboard.dispose();
                    assertTrue(copied.contains("kind: Kustomization"), copied);
                    assertTrue(copied.contains("topology.kubernetes.io/rack"), copied);
                    assertFalse(copied.contains("suspend"), copied);
                });
        assertFalse(confirmed[0]);
        in(
                () -> stage.acts.run(Act.CORDON, List.of(cluster.getNodes().getFirst())),
                () -> assertTrue(all(Button.class).stream()
                        .noneMatch(button -> button.getText().contains("patch"))));
    }

    @Test
    void enterDoesNotConfirmWhatCannotBeTakenBack() {
        in(
                () -> new ShellDialogs(screen.display(), stage.kit)
                        .review(FakePlacement.example(job), () -> List.of(), () -> {}),
                () -> assertEquals(button("Cancel"), dialog().getDefaultButton()));
        in(
                () -> stage.acts.run(Act.CORDON, List.of(cluster.getNodes().getFirst())),
                () -> assertEquals(button("Cordon"), dialog().getDefaultButton()));
    }

    @Test
    void escapeSendsNothing() {
        in(() -> stage.acts.run(Act.CORDON, List.of(cluster.getNodes().getFirst())), () -> press("Cancel"));
        assertTrue(stage.operations.asked.isEmpty());
    }

    @Test
    void aDrainThatIsBlockedSaysBywhatAndAnOptionLiftsIt() {
        Node node = cluster.getNodes().getFirst();
        Job bare = stage.made.job(cluster, "shell", "Pod", JobState.RUNNING, 1, 1);
        stage.made.task(bare, 0, TaskPhase.RUNNING, List.of(node));
        in(() -> stage.acts.run(Act.DRAIN, List.of(node)), () -> {
            assertTrue(words().contains("A pod without a controller would be lost."));
            assertFalse(button("Drain").isEnabled());
            tick("Force");
            screen.until("it can be drained", () -> button("Drain").isEnabled());
            assertTrue(words().contains("1 pod evicted"));
            press("Drain");
        });
        assertEquals(List.of("submit Drain a1-n1"), stage.operations.asked);
        assertTrue(stage.drains.previewed.getLast().force());
    }

    @Test
    void placingFromTheKeyboardOffersTheBestTargetFirst() {
        in(() -> stage.acts.run(Act.PLACE, List.of(job)), () -> {
            assertTrue(words().contains("fits in"));
            assertTrue(button("Plan\u2026").isEnabled());
            press("Plan\u2026");
        });
        in(
                () -> screen.until("it was planned", () -> !stage.placement.planned.isEmpty()),
                () -> assertTrue(dialog().getText().startsWith("Place train on")));
        assertTrue(stage.placement.planned.getFirst() instanceof Target.OnNode);
    }

    @Test
    void whatDoesNotFitCannotBeChosen() {
        cluster.getNodes().forEach(node -> stage.made.task(job, 9, TaskPhase.RUNNING, List.of(node)));
        in(
                () -> stage.acts.run(Act.PLACE, List.of(job)),
                () -> assertFalse(button("Plan\u2026").isEnabled()));
        assertTrue(stage.placement.planned.isEmpty());
    }

    @Test
    void typingNarrowsTheTargets() {
        in(() -> stage.acts.run(Act.PLACE, List.of(job)), () -> {
            all(Text.class).getFirst().setText("level:rack");
            assertEquals(2, all(NatTable.class).getFirst().getRowCount(), "header and one rack");
            press("Plan\u2026");
        });
        in(
                () -> screen.until("it was planned", () -> !stage.placement.planned.isEmpty()),
                () -> assertTrue(dialog().getText().startsWith("Place train on")));
        assertTrue(stage.placement.planned.getFirst() instanceof Target.OnDomain);
    }

    @Test
    void aRefusalSaysWhyAndWhatToDo() {
        in(
                () -> new ShellDialogs(screen.display(), stage.kit)
                        .refuse("Place train", "it is of Volcano", "recreate it"),
                () -> {
                    assertTrue(words().contains("it is of Volcano"));
                    assertTrue(words().contains("recreate it"));
                    press("Close");
                });
    }

    @Test
    void oneOfAFewThingsIsPicked() {
        List<String> picked = new ArrayList<>();
        in(
                () -> new PickDialog<>(
                                screen.display().getShells()[0],
                                stage.kit,
                                "Open",
                                "Open",
                                "Which one?",
                                List.of(podium.ui.table.Column.text(
                                        "name", "name", 100, podium.ui.table.Column.Form.NAME, (String name) -> name)),
                                List.of("ai-factory", "edge"))
                        .pick()
                        .ifPresent(picked::add),
                () -> {
                    Screen.key(all(NatTable.class).getFirst(), SWT.ARROW_DOWN, (char) 0, SWT.NONE);
                    press("Open");
                });
        assertEquals(List.of("edge"), picked);
    }

    @Test
    void subjectsOfTasksAreCountedInTheQuestion() {
        var task = stage.made.task(job, 0, TaskPhase.GATED, List.of());
        assertEquals(1, new Subject(job, List.of(task)).tasks().size());
        in(() -> stage.acts.run(Act.PLACE, List.of(task)), () -> assertTrue(words().startsWith("1 task fits in")));
    }

    private static Text text(Shell shell, String message) {
        return texts(shell).stream()
                .filter(text -> text.getMessage().equals(message))
                .findFirst()
                .orElseThrow();
    }

    private static List<Text> texts(Composite parent) {
        List<Text> found = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            if (child instanceof Text text) {
                found.add(text);
            } else if (child instanceof Composite composite) {
                found.addAll(texts(composite));
            }
        }
        return found;
    }

    private Button ok(Shell shell) {
        return java.util.Objects.requireNonNull(shell.getDefaultButton());
    }

    @Test
    void onlyTheNameAsItIsLetsGoOn() {
        boolean[] confirmed = new boolean[1];
        in(
                () -> new ShellDialogs(screen.display(), stage.kit)
                        .type(FakePlacement.example(job), "a1-n1", () -> confirmed[0] = true),
                () -> {
                    Shell shell = screen.display().getActiveShell();
                    Text name = text(shell, "name");
                    assertFalse(ok(shell).isEnabled());
                    name.setText("a1-n");
                    assertFalse(ok(shell).isEnabled());
                    name.setText("a1-n1 ");
                    assertTrue(ok(shell).isEnabled());
                    ok(shell).notifyListeners(SWT.Selection, new Event());
                });
        assertTrue(confirmed[0]);
    }

    @Test
    void rulesAreShownReadAndKept() {
        FakeRules rules = new FakeRules();
        rules.kept = new Rules(List.of(Protection.parse("lab/a1")), List.of(), List.of(), List.of());
        in(() -> new RulesDialog(screen.display().getShells()[0], stage.kit, rules).open(), () -> {
            Shell shell = screen.display().getActiveShell();
            List<Text> fields = texts(shell);
            assertEquals("lab/a1", fields.getFirst().getText());
            fields.get(2).setText("prod sometimes");
            Button save = button(shell, "Save");
            assertFalse(save.isEnabled(), "what is not understood is not saved");
            fields.get(2).setText("prod Fri 10:00-12:00 UTC\n\n* daily 00:00-01:00 UTC");
            assertTrue(save.isEnabled());
            rules.full = true;
            save.notifyListeners(SWT.Selection, new Event());
            assertEquals(0, rules.kept.freezes().size());
            rules.full = false;
            save.notifyListeners(SWT.Selection, new Event());
        });
        assertEquals(2, rules.kept.freezes().size());
        assertEquals(1, rules.kept.nodes().size());
    }

    @Test
    void whoToActAsIsReadFromUserAndGroups() {
        assertEquals(Optional.empty(), ActAsDialog.read(" ", "team"));
        assertEquals(
                Optional.of(new ActAs("alice", List.of("team-a", "on call"))),
                ActAsDialog.read(" alice ", "team-a, ,on call,"));
        ActAsDialog dialog = new ActAsDialog(
                screen.display().getShells()[0], stage.kit, "lab", Optional.of(new ActAs("bob", List.of("x"))));
        List<Optional<Optional<ActAs>>> asked = new ArrayList<>();
        in(() -> asked.add(dialog.ask()), () -> {
            Shell shell = screen.display().getActiveShell();
            assertEquals("bob", text(shell, "user").getText());
            text(shell, "groups").setText("y");
            ok(shell).notifyListeners(SWT.Selection, new Event());
        });
        assertEquals(Optional.of(Optional.of(new ActAs("bob", List.of("y")))), asked.getFirst());
    }

    @Test
    void aConflictShowsBaseOursAndTheirsAndMarksWhatTheOtherChanged() {
        FieldConflict theirs = new FieldConflict("Node n1", "/spec/color", "1", "2", "3");
        FieldConflict untouched = new FieldConflict("Node n1", "/spec/size", "1", "2", "1");
        assertEquals(
                List.of("/spec/color", "1", "2", "3"),
                ConflictDialog.columns().stream()
                        .map(column -> column.text(theirs))
                        .toList());
        assertTrue(theirs.isChanged());
        assertFalse(untouched.isChanged());
    }

    private static Button button(Composite parent, String words) {
        for (Control child : parent.getChildren()) {
            if (child instanceof Button button && button.getText().equals(words)) {
                return button;
            } else if (child instanceof Composite composite) {
                Button below = button(composite, words);
                if (below != null) {
                    return below;
                }
            }
        }
        return null;
    }
}
