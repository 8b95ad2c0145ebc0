// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.cluster.ImpersonatedUser;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.operation.FieldConflict;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.access.RoleBindings;
import podium.operation.plan.Plan;
import podium.ui.dialog.plan.ConflictDialog;
import podium.ui.dialog.plan.ConflictValues;
import podium.ui.dialog.plan.TypeToConfirmDialog;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.ChoicePrompt.Option;
import podium.ui.prompt.ImpersonationPrompt;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;

class SmallDialogsTest {
    /** Pixels of its height, less the bar of the desktop. */
    private static final int SMALL_SCREEN = 700;

    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final UiFixture stage = seen.stage;
    private final Cluster cluster = stage.made.cluster("lab", 8);
    private final Job job = stage.made.job(cluster, "train", "Job", JobState.WAITING, 1, 8);

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void aRefusalSaysWhyAndWhatToDo() {
        seen.in(() -> seen.dialogs().refuse("Place train", "it is of Volcano", "recreate it"), () -> {
            assertTrue(seen.words().contains("it is of Volcano"));
            assertTrue(seen.words().contains("recreate it"));
            seen.press("Close");
        });
    }

    @Test
    void whatWasConfirmedAndIsRefusedIsPlannedAgainByOnePress() {
        List<String> did = new ArrayList<>();
        seen.in(
                () -> seen.dialogs()
                        .refuse("Undo: Place train", "train-0 runs by now", "", Optional.of(() -> did.add("again"))),
                () -> {
                    assertEquals("Close", seen.ok().getText(), "Enter closes");
                    seen.press("Plan Again");
                });
        assertEquals(List.of("again"), did);
        assertTrue(seen.owner().isEnabled());
    }

    /** A window that is not painted yet shows what lies below it, and a first time takes long. */
    @Test
    void allOfADialogIsLaidOutAndItsTablesWerePaintedBeforeItIsSeen() {
        List<String> painted = new ArrayList<>();
        RowTable<?>[] table = new RowTable<?>[1];
        ConsoleDialog dialog = new ConsoleDialog(seen.owner(), stage.services, "Pods", "Drain", new Point(600, 400)) {
            @Override
            protected void fill(Composite parent) {
                RowTable<String> pods = RowTable.table(
                        parent,
                        stage.services.theme(),
                        List.of(Column.text("pod", "pod", 200, Form.NAME, pod -> {
                            painted.add(pod);
                            return pod;
                        })),
                        "pods");
                pods.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
                pods.show(new Rows<>(List.of(new Row<>("train-0", "train-0", 0, Fold.NONE))));
                table[0] = pods;
                painted.clear();
            }
        };
        List<String> before = new ArrayList<>();
        seen.owner().getDisplay().asyncExec(() -> dialog.getShell().close());
        dialog.create();
        dialog.getShell().addListener(SWT.Show, event -> before.addAll(painted));
        assertTrue(table[0].control().getSize().y > 100, "it is laid out");
        dialog.open();
        assertEquals(List.of("train-0"), before.stream().distinct().toList());
    }

    /** A server takes seconds, and who has dropped something is to see that it was taken. */
    @Test
    void thatAPlanIsBeingMadeIsSaidAtOnceUntilItIsThere() {
        CompletableFuture<String> plan = new CompletableFuture<>();
        seen.dialogs().planning("Place train on a1-n1", plan);
        assertEquals(List.of("Planning: Place train on a1-n1\u2026"), notes());
        plan.complete("made");
        seen.until("it is there", () -> notes().isEmpty());
        seen.dialogs().planning("Place train on a1-n1", plan);
        assertEquals(List.of(), notes(), "it was made already");
    }

    @Test
    void itIsSaidUntilTheDialogOfThePlanIsThere() {
        CompletableFuture<String> plan = new CompletableFuture<>();
        seen.dialogs().planning("Place train on a1-n1", plan);
        Display display = seen.owner().getDisplay();
        List<List<String>> said = new ArrayList<>();
        Listener shown = event -> {
            if (event.widget instanceof Shell shell && (shell.getStyle() & SWT.NO_FOCUS) == 0) {
                said.add(notes());
                display.asyncExec(shell::close);
            }
        };
        display.addFilter(SWT.Show, shown);
        plan.complete("made");
        // the realm brings the answer in an event of its own
        display.asyncExec(() ->
                display.asyncExec(() -> seen.dialogs().refuse("Place train", "it is not suspended", "suspend it")));
        seen.until("the dialog came and went", () -> !said.isEmpty() && notes().isEmpty());
        display.removeFilter(SWT.Show, shown);
        assertEquals(List.of(List.of("Planning: Place train on a1-n1\u2026")), said, "one of both is always there");
    }

    private List<String> notes() {
        return Stream.of(seen.owner().getDisplay().getShells())
                .filter(shell -> shell.isVisible() && (shell.getStyle() & SWT.NO_FOCUS) != 0)
                .flatMap(shell -> Stream.of(shell.getChildren()))
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .filter(words -> !words.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 1100, 4000})
    void aLongWordPushesNoButtonOutOfADialog(int letters) {
        String name = "x".repeat(letters);
        seen.in(() -> seen.dialogs().refuse("Drain " + name, name, name), () -> {
            assertTrue(seen.dialog().getSize().y < SMALL_SCREEN, seen.dialog()::toString);
            seen.press("Close");
        });
    }

    /** The desktop cuts the end of a title, and names of clusters that the clouds make differ there. */
    @Test
    void theTitleOfADialogKeepsTheEndOfALongName() {
        String name = "arn:aws:eks:eu-central-1:123456789012:cluster/".repeat(3);
        seen.in(() -> seen.dialogs().refuse("Submit to " + name + "two", "no", "not"), () -> {
            String title = seen.dialog().getText();
            assertTrue(title.startsWith("Submit to ") && title.endsWith("cluster/two"), title);
            assertTrue(title.length() < 80, title);
            seen.press("Close");
        });
    }

    @Test
    void whatIsPastedIsReadBeforeItIsRun() {
        List<String> pasted = new ArrayList<>();
        seen.in(() -> seen.dialogs().paste("Paste 2 lines", List.of("ls", "rm x"), () -> pasted.add("so")), () -> {
            assertTrue(seen.all(StyledText.class).stream()
                    .anyMatch(text -> text.getText().equals("ls\nrm x")));
            assertEquals("Cancel", seen.ok().getText(), "Enter does not run it");
            seen.press("Cancel");
        });
        assertEquals(List.of(), pasted);
        seen.in(
                () -> seen.dialogs().paste("Paste 2 lines", List.of("ls", "rm x"), () -> pasted.add("so")),
                () -> seen.press("Paste"));
        assertEquals(List.of("so"), pasted);
    }

    @Test
    void oneOfAFewThingsIsPicked() {
        List<String> picked = new ArrayList<>();
        seen.in(
                () -> new PickDialog<>(
                                seen.owner(),
                                stage.services,
                                "Open",
                                "Open",
                                "Which one?",
                                List.of(podium.ui.table.Column.text(
                                        "name", "name", 100, podium.ui.table.Column.Form.NAME, (String name) -> name)),
                                List.of("ai-factory", "edge"))
                        .pick()
                        .ifPresent(picked::add),
                () -> {
                    Screen.key(seen.all(NatTable.class).getFirst(), SWT.ARROW_DOWN, (char) 0, SWT.NONE);
                    seen.press("Open");
                });
        assertEquals(List.of("edge"), picked);
    }

    /** What happens in a scenario was cut beside 200 free pixels of the screen. */
    @Test
    void aChoiceIsAsWideAsWhatItSays() {
        String says = "4 racks of HGX H100: training gangs, inference, notebooks; "
                .repeat(3)
                .substring(0, 140);
        List<Option<String>> options = List.of(new Option<>("0", "ai-factory", says, Optional.empty()));
        ChoicePrompt<String> choice = new ChoicePrompt<>("Open", "Which?", "Open", options);
        seen.in(() -> seen.dialogs().pick(choice, picked -> {}), () -> {
            NatTable table = seen.all(NatTable.class).getFirst();
            GC gc = new GC(table);
            int words = gc.textExtent(says).x;
            gc.dispose();
            seen.until("all of it has room", () -> table.getBoundsByPosition(1, 1).width > words);
        });
    }

    /** "nvidia-smi" and Enter, meant for a shell, took the first task of those that were to be chosen from. */
    @Test
    void textThatNoChoiceHasPicksNone() {
        List<String> picked = new ArrayList<>();
        List<Option<String>> options = List.of(
                new Option<>("0", "train-0", "rank 0", Optional.empty()),
                new Option<>("1", "train-1", "rank 1", Optional.empty()));
        ChoicePrompt<String> choice = new ChoicePrompt<>("Shell", "Which?", "Go On", options);
        seen.in(() -> seen.dialogs().pick(choice, picked::add), () -> {
            NatTable table = seen.all(NatTable.class).getFirst();
            type(table, "nvidia-smi\r");
            assertFalse(seen.ok().isEnabled());
            assertTrue(seen.words().contains("0 of 2"), seen.words());
            type(table, "\b".repeat(10) + "rank1");
            assertFalse(seen.ok().isEnabled());
            type(table, "\b".repeat(5) + "n-1");
            assertTrue(seen.words().contains("1 of 2"), seen.words());
            seen.pressOk();
        });
        assertEquals(List.of("1"), picked);
    }

    /** "choice" and "what it means" stood above tasks and the nodes that they run on. */
    @Test
    void whatIsChosenAmongCanHaveHeadsOfItsOwn() {
        Option<String> rank = new Option<>("0", "train-0", "rank 0, on n1", Optional.empty());
        ChoicePrompt<String> prompt = new ChoicePrompt<>("", "", "", List.of(rank)).below("task", "where it runs");
        assertEquals(
                List.of("task", "where it runs"),
                ChoicePromptDialog.columns(prompt.options(), prompt.heads()).stream()
                        .map(Column::label)
                        .toList());
    }

    @Test
    void choicesAreMarkedOnlyWhereSomeCannotBeChosen() {
        Option<String> can = new Option<>("0", "train-0", "rank 0", Optional.empty());
        Option<String> cannot = new Option<>("1", "train-1", "rank 1", Optional.of("it has ended"));
        assertTrue(ChoicePromptDialog.columns(List.of(can, can), Optional.empty())
                .getFirst()
                .mark()
                .apply(can)
                .isEmpty());
        assertTrue(ChoicePromptDialog.columns(List.of(can, cannot), Optional.empty())
                .getFirst()
                .mark()
                .apply(can)
                .isPresent());
    }

    @Test
    void whatEnterTakesIsSelectedAndSaidAtAnyTime() {
        List<Option<String>> options = List.of(
                new Option<>("0", "train-0", "rank 0", Optional.empty()),
                new Option<>("1", "train-1", "rank 1", Optional.empty()));
        seen.in(() -> seen.dialogs().pick(new ChoicePrompt<>("Shell", "Which?", "Go On", options), _ -> {}), () -> {
            NatTable table = seen.all(NatTable.class).getFirst();
            assertTrue(seen.words().contains("Enter takes \"train-0\"."), seen.words());
            Screen.key(table, SWT.ARROW_DOWN, (char) 0, SWT.NONE);
            assertTrue(seen.words().contains("Enter takes \"train-1\"."), seen.words());
            type(table, "xx");
            assertFalse(seen.words().contains("Enter takes"), seen.words());
        });
    }

    @Test
    void enterTakesNothingOfAChoiceThatStopsSomethingBeforeOneIsSelected() {
        List<Option<String>> options = List.of(
                new Option<>("0", "all-1g.10gb", "slices", Optional.empty()),
                new Option<>("1", "all-2g.20gb", "slices", Optional.empty()));
        ChoicePrompt<String> choice = new ChoicePrompt<>("Cut", "Which?", "Plan", options).unchosen();
        List<String> picked = new ArrayList<>();
        seen.in(() -> seen.dialogs().pick(choice, picked::add), () -> {
            NatTable table = seen.all(NatTable.class).getFirst();
            assertFalse(seen.words().contains("Enter takes"), seen.words());
            assertFalse(seen.ok().isEnabled());
            Screen.key(table, SWT.ARROW_DOWN, (char) 0, SWT.NONE);
            assertTrue(seen.words().contains("Enter takes \"all-1g.10gb\"."), seen.words());
            seen.pressOk();
        });
        assertEquals(List.of("0"), picked);
    }

    private static void type(NatTable table, String text) {
        text.chars().forEach(letter -> Screen.key(table, letter, (char) letter, SWT.NONE));
    }

    @Test
    void aDialogThatOpensWhileNoWindowIsInFrontStandsOverTheConsoleAndIsModalToIt() {
        Shell hidden = new Shell(seen.owner().getDisplay(), SWT.SHELL_TRIM);
        hidden.setSize(4000, 4000);
        Shell tip = new Shell(seen.owner().getDisplay(), SWT.ON_TOP | SWT.TOOL);
        tip.setBounds(0, 0, 5000, 5000);
        tip.setVisible(true);
        List<Shell> all = List.of(hidden, tip, seen.owner());
        assertEquals(Optional.of(seen.owner()), ShellDialogs.owner(Optional.empty(), all));
        assertEquals(Optional.of(seen.owner()), ShellDialogs.owner(Optional.of(tip), all), "a tip goes by itself");
        assertEquals(Optional.of(seen.owner()), ShellDialogs.owner(Optional.of(hidden), all));
        tip.dispose();
        seen.in(() -> seen.dialogs().type(FakePlacement.example(job), "a1-n1", () -> {}), () -> {
            Shell box = seen.dialog();
            assertEquals(seen.owner(), box.getParent());
            assertTrue((box.getStyle() & SWT.APPLICATION_MODAL) != 0);
            assertEquals(Optional.of(box), ShellDialogs.owner(Optional.empty(), List.of(hidden, seen.owner(), box)));
        });
        hidden.dispose();
    }

    @Test
    void onlyTheNameAsItIsLetsGoOn() {
        boolean[] confirmed = new boolean[1];
        seen.in(() -> seen.dialogs().type(FakePlacement.example(job), "a1-n1", () -> confirmed[0] = true), () -> {
            Text name = seen.text("name");
            assertFalse(seen.ok().isEnabled());
            name.setText("a1-n");
            assertFalse(seen.ok().isEnabled());
            name.setText("a1-n1 ");
            assertTrue(seen.ok().isEnabled());
            seen.pressOk();
        });
        assertTrue(confirmed[0]);
    }

    @Test
    void whoToActAsIsReadFromUserAndGroups() {
        assertEquals(Optional.empty(), ImpersonationDialog.read(" ", "team"));
        assertEquals(
                Optional.of(new ImpersonatedUser("alice", List.of("team-a", "on call"))),
                ImpersonationDialog.read(" alice ", "team-a, ,on call,"));
        ImpersonationDialog dialog = new ImpersonationDialog(
                seen.owner(),
                stage.services,
                new ImpersonationPrompt(
                        "lab",
                        Optional.of(new ImpersonatedUser("bob", List.of("x"))),
                        List.of(),
                        () -> new RoleBindings(List.of(), true, true),
                        _ -> true));
        List<Optional<Optional<ImpersonatedUser>>> asked = new ArrayList<>();
        seen.in(() -> asked.add(dialog.ask()), () -> {
            assertEquals("bob", seen.text("user").getText());
            seen.text("groups").setText("y");
            seen.pressOk();
        });
        assertEquals(Optional.of(Optional.of(new ImpersonatedUser("bob", List.of("y")))), asked.getFirst());
    }

    @Test
    void aConflictShowsBaseOursAndTheirsAndMarksWhatTheOtherChanged() {
        FieldConflict theirs = new FieldConflict("Node n1", "/spec/color", "1", "2", "3");
        FieldConflict untouched = new FieldConflict("Node n1", "/spec/size", "1", "2", "1");
        assertEquals(
                List.of("spec.color", "1", "2", "3"),
                ConflictDialog.columns().stream()
                        .map(column -> column.text(theirs))
                        .toList());
        assertTrue(theirs.isChanged());
        assertFalse(untouched.isChanged());
        assertEquals("changed by somebody else", ConflictValues.verdict(theirs));
        assertEquals("nobody else changed it", ConflictValues.verdict(untouched));
        assertEquals(
                "somebody else changed it to what we wanted",
                ConflictValues.verdict(new FieldConflict("Node n1", "/spec/size", "1", "2", "2")));
    }

    @Test
    void ofTheFieldThatTheOtherChangedTheWholeValuesAreShown() {
        String whole = "a value that is much too long for a column of a table "
                .repeat(4)
                .strip();
        Plan plan = FakePlacement.example(job);
        Operation operation = new Operation(
                "1",
                plan,
                OperationState.FAILED,
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                1,
                2,
                "",
                Optional.of("Conflict"),
                List.of(),
                List.of(
                        new FieldConflict("Node n1", "/spec/size", "1", "2", "1"),
                        new FieldConflict("Node n1", "/spec/color", "1", "2", whole)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        seen.in(() -> new ConflictDialog(seen.owner(), stage.services, operation, false).open(), () -> {
            assertTrue(seen.words().contains("spec.color: changed by somebody else"), seen.words());
            assertEquals(
                    List.of("1", "2", whole),
                    seen.all(StyledText.class).stream().map(StyledText::getText).toList());
            Screen.key(seen.all(NatTable.class).getFirst(), SWT.ARROW_UP, (char) 0, SWT.NONE);
            assertTrue(seen.words().contains("spec.size: nobody else changed it"), seen.words());
        });
    }

    @Test
    void aNameThatIsTypedWronglySaysWhereItGoesAstray() {
        assertEquals("", TypeToConfirmDialog.problem("a1-n1", ""));
        assertEquals("", TypeToConfirmDialog.problem("a1-n1", "a1-"));
        assertEquals("", TypeToConfirmDialog.problem("a1-n1", "a1-n1"));
        assertEquals("It differs from the name at character 4.", TypeToConfirmDialog.problem("a1-n1", "a1-m"));
        assertEquals("This is longer than the name.", TypeToConfirmDialog.problem("a1-n1", "a1-n12"));
    }

    @Test
    void aDialogIsAsHighAsItsWordsNeed() {
        String lost = "What the pods did since their last checkpoint is lost, on each of very many nodes. ".repeat(30);
        seen.in(() -> seen.dialogs().refuse("Drain", lost, "Drain fewer of them."), () -> {
            Shell shell = seen.dialog();
            Point needed = shell.computeSize(shell.getSize().x, SWT.DEFAULT);
            assertTrue(shell.getSize().y >= needed.y, shell.getSize() + " of " + needed);
        });
    }
}
