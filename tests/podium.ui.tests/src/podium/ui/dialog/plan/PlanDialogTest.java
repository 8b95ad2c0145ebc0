// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetDelta;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.Checked;
import podium.operation.plan.Expectation;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.rule.RuleDecision;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.prompt.GracePlans;
import podium.ui.prompt.PlanAlternative;
import podium.ui.toolkit.SafeText;

class PlanDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final UiFixture stage = seen.stage;
    private final Cluster cluster = stage.made.cluster("lab", 8);
    private final Job job = stage.made.job(cluster, "train", "Job", JobState.WAITING, 1, 8);

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void aPlanCannotBeConfirmedBeforeItsCheckIsThrough() {
        CountDownLatch held = new CountDownLatch(1);
        boolean[] confirmed = {false};
        seen.in(
                () -> seen.dialogs()
                        .review(
                                FakePlacement.example(job),
                                () -> {
                                    held.await();
                                    return Checked.clean();
                                },
                                () -> confirmed[0] = true),
                () -> {
                    assertFalse(seen.button("Place").isEnabled());
                    assertTrue(seen.words().contains("Checking with the server"));
                    held.countDown();
                    seen.until("it can be confirmed", () -> seen.button("Place").isEnabled());
                    seen.press("Place");
                });
        assertTrue(confirmed[0]);
    }

    @Test
    void whatGoesOnStandsRightOfCancelWhicheverEnterPresses() {
        Plan plan = FakePlacement.example(job);
        for (List<String> lost : List.of(List.<String>of(), List.of("An eviction cannot be undone."))) {
            Plan one = new Plan(
                    plan.cluster(),
                    plan.kind(),
                    plan.title(),
                    plan.steps(),
                    plan.effects(),
                    lost,
                    plan.changes(),
                    plan.undo());
            seen.in(() -> seen.dialogs().review(one, Checked::clean, () -> {}), () -> {
                Button cancel = seen.button("Cancel");
                Button go = seen.button("Place");
                assertTrue(cancel.getBounds().x < go.getBounds().x, one.irreversible() + ": the sides changed");
                assertEquals(
                        one.irreversible().isEmpty() ? go : cancel,
                        go.getShell().getDefaultButton(),
                        "where something is lost Enter is safe");
                seen.press("Cancel");
            });
        }
    }

    /** The line of what undo makes of it hung alone below the steps. */
    @Test
    void whatUndoMakesOfItStandsBelowAHeadAlsoWhereNothingElseHappens() {
        Plan plan = FakePlacement.example(job);
        Plan one = new Plan(
                plan.cluster(),
                plan.kind(),
                plan.title(),
                plan.steps(),
                List.of(),
                List.of(),
                plan.changes(),
                plan.undo());
        assertTrue(one.canUndo());
        seen.in(
                () -> seen.dialogs().review(one, Checked::clean, () -> {}),
                () -> assertTrue(seen.words().contains("What happens"), seen.words()));
    }

    @Test
    void aProblemKeepsThePlanFromBeingConfirmedAndIsSaid() {
        boolean[] confirmed = {false};
        seen.in(
                () -> seen.dialogs()
                        .review(
                                FakePlacement.example(job),
                                () -> Checked.of(List.of("you may not patch jobs in research")),
                                () -> confirmed[0] = true),
                () -> {
                    seen.until("it is said", () -> seen.words().contains("you may not patch jobs"));
                    assertFalse(seen.button("Place").isEnabled());
                });
        assertFalse(confirmed[0]);
    }

    @Test
    void whatTheServerWarnsOfIsSaidInItsWordsAndThePlanCanBeConfirmed() {
        String words = "would violate PodSecurity \"restricted:latest\": runAsNonRoot != true";
        seen.in(
                () -> seen.dialogs()
                        .review(FakePlacement.example(job), () -> new Checked(List.of(), List.of(words)), () -> {}),
                () -> {
                    seen.until("it is checked", () -> seen.button("Place").isEnabled());
                    StyledText warned = seen.all(StyledText.class).stream()
                            .filter(text -> text.getText().equals("The server warns: " + words))
                            .findFirst()
                            .orElseThrow();
                    assertTrue(warned.isVisible() && warned.getSize().y >= warned.getLineHeight(), "it is seen");
                    assertTrue(seen.words().contains("Checked"), seen.words());
                });
    }

    @Test
    void whatWasCheckedIsCheckedAgainWhileThePlanIsRead() {
        List<String> problems = new CopyOnWriteArrayList<>();
        seen.in(() -> seen.dialogs().review(FakePlacement.example(job), () -> Checked.of(problems), () -> {}), () -> {
            seen.until("it can be confirmed", () -> seen.button("Place").isEnabled());
            problems.add("pod train-0 was changed since the plan was made");
            seen.until("it is said", () -> seen.words().contains("train-0 was changed since"));
            assertFalse(seen.button("Place").isEnabled());
            assertTrue(seen.words().contains("What would happen if it were possible"), seen.words());
            problems.clear();
            seen.until("it can be confirmed again", () -> seen.button("Place").isEnabled());
            assertFalse(seen.words().contains("What would happen"), seen.words());
        });
    }

    /** Ten seconds after it was planned its pod ran; for five of them the plan stood there as checked. */
    @Test
    void whatWasCheckedIsCheckedAgainAsSoonAsTheFleetShowsAChangeOfIt() {
        List<String> problems = new CopyOnWriteArrayList<>();
        List<Boolean> ready = new ArrayList<>();
        Composite parent = new Composite(seen.owner(), SWT.NONE);
        parent.setLayout(new GridLayout());
        PlanCheckLine line = new PlanCheckLine(parent, stage.services, Duration.ofDays(1), ready::add);
        line.follow(stage.fleet, PlanGround.of(FakePlacement.example(job).steps()));
        line.run(() -> Checked.of(problems));
        seen.until("it is checked", () -> ready.getLast());
        problems.add("train-0 has begun to run on n1 since this was planned, and would end.");
        stage.fleet.tell(Set.of(), Set.of(job), Set.of());
        seen.until("it is checked again", () -> !ready.getLast());
        problems.clear();
        stage.fleet.tell(Set.of(), Set.of(job), Set.of());
        seen.until("it holds again", () -> ready.getLast());
    }

    @Test
    void aPlanRestsOnItsJobsTheirPodsItsNodesAndItsVictims() {
        Job other = stage.made.job(cluster, "other", "Job", JobState.WAITING, 1, 8);
        Node node = cluster.getNodes().getFirst();
        Task pod = stage.made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        Task others = stage.made.task(other, 0, TaskPhase.RUNNING, List.of(node));
        PlanGround ground = PlanGround.of(FakePlacement.example(job).steps());
        assertTrue(ground.isTouched(delta(Set.of(), Set.of(job), Set.of())));
        assertTrue(ground.isTouched(delta(Set.of(), Set.of(), Set.of(pod))));
        assertFalse(ground.isTouched(delta(Set.of(node), Set.of(other), Set.of(others))));
        Step evict = new Step.EvictAll(
                List.of(new Step.Victim(ObjectRef.pod("a", others.getName()), "u", Optional.empty())),
                Duration.ofMinutes(1),
                "Evict 1 pod");
        assertTrue(PlanGround.of(List.of(evict)).isTouched(delta(Set.of(), Set.of(), Set.of(others))));
        Step wait =
                new Step.Await(ObjectRef.node(node.getName()), new Expectation.Gone(""), Duration.ofMinutes(1), "Wait");
        assertTrue(PlanGround.of(List.of(wait)).isTouched(delta(Set.of(node), Set.of(), Set.of())));
    }

    private static FleetDelta delta(Set<Node> nodes, Set<Job> jobs, Set<Task> tasks) {
        return new FleetDelta(Set.of(), nodes, jobs, tasks, false);
    }

    @Test
    void eachPlanFollowsTheFleetAsLongAsItIsOpen() {
        int before = stage.fleet.listeners();
        Plan plan = FakePlacement.example(job);
        List<Runnable> all = List.of(
                () -> seen.dialogs().review(plan, Checked::clean, () -> {}),
                () -> seen.dialogs()
                        .review(
                                plan,
                                Optional.empty(),
                                Checked::clean,
                                new PlanAlternative("Else", () -> {}),
                                () -> {}),
                () -> seen.dialogs()
                        .review(
                                plan,
                                Optional.empty(),
                                new GracePlans(
                                        _ -> CompletableFuture.completedFuture(new Result.Compiled(plan)),
                                        _ -> Checked.clean()),
                                _ -> {}),
                () -> seen.dialogs().review(plan, plan, Checked::clean, PlacementOutlook.NOTHING, () -> {}, () -> {}));
        for (Runnable opens : all) {
            seen.in(opens, () -> assertEquals(before + 1, stage.fleet.listeners()));
            assertEquals(before, stage.fleet.listeners());
        }
    }

    @Test
    void anEditThatStartsPodsSaysWhatItsUndoStopsAsScaleDoes() {
        Plan example = FakePlacement.example(job);
        ApiWrite write = Step.writes(example.steps()).toList().getFirst();
        for (int before : new int[] {1, 3}) {
            Step edit = new Step.Write(
                    write.withBody("{\"spec\":{\"parallelism\":2}}"),
                    Optional.of(write.withBody("{\"spec\":{\"parallelism\":" + before + "}}")));
            Plan plan = new Plan(
                    example.cluster(),
                    "edit",
                    "Edit train",
                    List.of(edit),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(edit));
            seen.in(
                    () -> seen.dialogs().review(plan, Checked::clean, () -> {}),
                    () -> assertEquals(
                            before == 1, seen.words().contains("pods that have started by then are stopped")));
        }
    }

    @Test
    void ofAPlanThatSendsNothingNoServerIsSaidToAcceptIt() {
        Plan example = FakePlacement.example(job);
        Plan empty = new Plan(
                example.cluster(),
                "roll back",
                "Roll back",
                List.of(),
                List.of(),
                List.of("It stays."),
                List.of(),
                List.of());
        seen.in(() -> seen.dialogs().review(empty, Checked::clean, () -> {}), () -> {
            seen.until("it can be confirmed", () -> seen.button("Roll Back").isEnabled());
            assertTrue(seen.words().contains("Nothing would be sent"), seen.words());
            assertFalse(seen.words().contains("would accept"), seen.words());
        });
    }

    @Test
    void aPlanThatDoesNotHoldAnyMoreIsMadeAgainFromItsDialog() {
        List<String> problems = new CopyOnWriteArrayList<>();
        List<String> did = new CopyOnWriteArrayList<>();
        seen.in(
                () -> seen.dialogs()
                        .review(
                                FakePlacement.example(job),
                                Optional.empty(),
                                () -> Checked.of(problems),
                                PlacementOutlook.NOTHING,
                                Optional.of(() -> did.add("again")),
                                () -> did.add("confirmed")),
                () -> {
                    seen.until("it can be confirmed", () -> seen.button("Place").isEnabled());
                    assertFalse(seen.button("Plan Again").isEnabled(), "there is no need to");
                    problems.add("train-0 has begun to run on n1 since this was planned, and would end.");
                    seen.until("it is said", () -> seen.words().contains("train-0 has begun to run"));
                    assertFalse(seen.button("Place").isEnabled());
                    seen.press("Plan Again");
                });
        assertEquals(List.of("again"), did);
    }

    @Test
    void whatIsPlacedIsLookedAtAgainAsLongAsThePlanIsOpen() {
        AtomicReference<Optional<String>> lost = new AtomicReference<>(Optional.empty());
        boolean[] confirmed = {false};
        seen.in(
                () -> seen.dialogs()
                        .review(
                                FakePlacement.example(job),
                                Optional.empty(),
                                Checked::clean,
                                lost::get,
                                Optional.empty(),
                                () -> confirmed[0] = true),
                () -> {
                    seen.until("it can be confirmed", () -> seen.button("Place").isEnabled());
                    lost.set(Optional.of("n7 was cordoned meanwhile: ranks 8-15 would wait."));
                    seen.until("it is said", () -> seen.words().contains("n7 was cordoned meanwhile"));
                    assertTrue(seen.words().contains("Close this and plan it again."), seen::words);
                    assertFalse(seen.button("Place").isEnabled());
                    lost.set(Optional.empty());
                    seen.until("it holds again", () -> seen.button("Place").isEnabled());
                    assertFalse(seen.words().contains("cordoned meanwhile"));
                    // between two looks: the press itself looks
                    lost.set(Optional.of("n7 was cordoned meanwhile: ranks 8-15 would wait."));
                    seen.button("Place").notifyListeners(SWT.Selection, new Event());
                    assertTrue(seen.words().contains("n7 was cordoned meanwhile"), seen::words);
                    assertFalse(confirmed[0]);
                    seen.press("Cancel");
                });
        assertFalse(confirmed[0]);
    }

    /** "Close this and plan it again." stood above the button that plans it again. */
    @Test
    void whereAButtonPlansItAgainNobodyIsToldToCloseTheDialogForThat() {
        seen.in(
                () -> seen.dialogs()
                        .review(
                                FakePlacement.example(job),
                                Optional.empty(),
                                Checked::clean,
                                () -> Optional.of("n7 was cordoned meanwhile: ranks 8-15 would wait."),
                                Optional.of(() -> {}),
                                () -> {}),
                () -> {
                    seen.until("it is said", () -> seen.words().contains("would wait. Plan it again."));
                    assertFalse(seen.words().contains("Close this"), seen::words);
                    seen.press("Plan Again");
                });
    }

    @Test
    void whatIsGoneIsNotToBePlannedAgain() {
        PlacementOutlook gone = new PlacementOutlook() {
            @Override
            public Optional<String> lost() {
                return Optional.of("adapter-merge is not there any more.");
            }

            @Override
            public boolean isGone() {
                return true;
            }
        };
        seen.in(
                () -> seen.dialogs()
                        .review(
                                FakePlacement.example(job),
                                Optional.empty(),
                                Checked::clean,
                                gone,
                                Optional.empty(),
                                () -> {}),
                () -> {
                    seen.until(
                            "it is said", () -> seen.words().contains("There is nothing left to place; close this."));
                    assertFalse(seen.words().contains("plan it again"));
                    seen.press("Cancel");
                });
    }

    private Plan of(int steps) {
        Plan example = FakePlacement.example(job);
        return new Plan(
                example.cluster(),
                "place",
                "Place",
                java.util.Collections.nCopies(steps, example.steps().getFirst()),
                example.effects(),
                List.of(),
                example.changes(),
                List.of());
    }

    /** Of eight steps five were seen, cut between two rows, and nothing told of the others. */
    @Test
    void howManyStepsAreBelowTheEdgeIsSaid() {
        seen.in(() -> seen.dialogs().review(of(90), Checked::clean, () -> {}), () -> {
            seen.until("it is said", () -> seen.words().contains("more below"));
            NatTable table = seen.all(NatTable.class).getFirst();
            Screen.key(table, SWT.END, (char) 0, SWT.NONE);
            seen.until("not at the end", () -> !seen.words().contains("more below"));
        });
    }

    /** Of nine steps five were seen with half of the screen free. */
    @Test
    void thePlanOpensAsTallAsItsStepsNeedAndTheDiffKeepsWhatItNeeds() {
        CompletableFuture<Checked> server = new CompletableFuture<>();
        seen.in(() -> seen.dialogs().review(of(9), server::get, () -> {}), () -> {
            NatTable table = seen.all(NatTable.class).getFirst();
            StyledText side = seen.all(StyledText.class).getFirst();
            seen.until("all steps are seen", () -> bottom(table) > 0 && bottom(table) <= table.getClientArea().height);
            int high = side.getClientArea().height;
            assertTrue(high >= 8 * side.getLineHeight(), () -> "the diff has " + high);
            int top = side.toDisplay(0, 0).y;
            server.complete(Checked.clean());
            seen.until("it is checked", () -> seen.button("Place").isEnabled());
            assertEquals(top, side.toDisplay(0, 0).y, "it jumps when the check is through");
            Point opened = seen.dialog().getSize();
            seen.dialog().setSize(opened.x, 480);
            seen.until("fewer are", () -> seen.words().contains("more below"));
            seen.dialog().setSize(opened);
            seen.until("all are again", () -> bottom(table) <= table.getClientArea().height);
        });
    }

    private static int bottom(NatTable table) {
        var last = table.getBoundsByPosition(0, table.getRowCount() - 1);
        return table.getRowCount() < 10 || last == null ? Integer.MAX_VALUE : last.y + last.height;
    }

    @Test
    void secretsOfWhatChangesAreShownOnlyOnDemand() {
        String pod = "spec:\n  containers:\n  - name: a\n    args:\n    - --password=hunter2hunter2\n    env:\n"
                + "    - name: HF_TOKEN\n      value: hf_abcdefghijklmnop\n";
        Plan plan = new Plan(
                FakePlacement.example(job).cluster(),
                "delete",
                "Delete leaky",
                List.of(),
                List.of(),
                List.of(),
                List.of(new ObjectChange("Pod leaky", pod, "")),
                List.of());
        seen.in(() -> seen.dialogs().review(plan, Checked::clean, () -> {}), () -> {
            String before = seen.all(StyledText.class).getFirst().getText();
            assertTrue(before.contains("name: HF_TOKEN"), before);
            assertFalse(before.contains("hf_abcdef") || before.contains("hunter2"), before);
            stage.noteProblem = Optional.of(new IOException("no space left on device"));
            seen.tick("Show Secrets");
            seen.until("why not", () -> seen.all(Button.class).stream()
                    .anyMatch(button -> button.getText().contains("no space left on device")));
            assertFalse(seen.all(StyledText.class).getFirst().getText().contains("hunter2"));
            stage.noteProblem = Optional.empty();
            seen.tick("Show Secrets (not shown, since the journal cannot be written: no space left on device)");
            seen.until(
                    "they are shown",
                    () -> seen.all(StyledText.class).getFirst().getText().contains("hf_abcdef"));
            String clear = seen.all(StyledText.class).getFirst().getText();
            assertTrue(clear.contains("hunter2"), clear);
        });
        assertEquals(
                List.of("shown secret Pod leaky: The hidden values of Pod leaky were shown"),
                stage.notes,
                "the journal knows");
        ObjectChange only = new ObjectChange(
                "Pod a", "env:\n- name: A\n  value: one-one-one\n", "env:\n- name: A\n  value: two-two-two\n");
        assertTrue(DiffView.masked(only).after().contains("a value that is not shown changes"));
    }

    /** An annotation of 20 kB in several scripts held up the window for a minute. */
    @Test
    void aVeryLongLineIsShownInPiecesOfWhichNothingIsLost() {
        String line = "a".repeat(999) + "\uD83D\uDE80" + "\u0634\u0645\u0633 x".repeat(4_000);
        Shell shell = new Shell(Display.getCurrent());
        DiffView view = new DiffView(shell, stage.services);
        view.show(FakePlacement.example(job).cluster(), List.of(new ObjectChange("ConfigMap a", "", line)));
        List<StyledText> sides = Stream.of(view.control().getChildren())
                .filter(StyledText.class::isInstance)
                .map(StyledText.class::cast)
                .toList();
        List<String> after = sides.get(1).getText().lines().skip(1).toList();
        assertEquals(sides.get(0).getLineCount(), sides.get(1).getLineCount());
        assertTrue(after.stream().allMatch(piece -> piece.length() < 1_010), "short ones");
        assertEquals(
                SafeText.line(line),
                after.stream().map(piece -> piece.substring(2)).collect(Collectors.joining()));
        shell.dispose();
    }

    @Test
    void showingSecretsLeavesTheDiffWhereItIsRead() {
        String pod = "args:\n" + "- a\n".repeat(80) + "- --password=hunter2hunter2\n";
        Plan plan = new Plan(
                FakePlacement.example(job).cluster(),
                "delete",
                "Delete leaky",
                List.of(),
                List.of(),
                List.of(),
                List.of(new ObjectChange("Pod leaky", pod, "")),
                List.of());
        seen.in(() -> seen.dialogs().review(plan, Checked::clean, () -> {}), () -> {
            List<StyledText> sides = seen.all(StyledText.class).subList(0, 2);
            sides.forEach(side -> side.setTopPixel(137));
            seen.tick("Show Secrets");
            seen.until("they are shown", () -> sides.getFirst().getText().contains("hunter2"));
            sides.forEach(side -> assertEquals(137, side.getTopPixel()));
        });
    }

    @Test
    void aCheckThatFailsIsNoPass() {
        seen.in(
                () -> seen.dialogs()
                        .review(
                                FakePlacement.example(job),
                                () -> {
                                    throw new java.io.IOException("connection reset");
                                },
                                () -> {}),
                () -> {
                    seen.until("it is said", () -> seen.words().contains("connection reset"));
                    assertFalse(seen.button("Place").isEnabled());
                });
    }

    @Test
    void whereRunningPodsAreReplacedEnterIsSafeAndUndoIsSaidToReplaceThemOnceMore() {
        Plan plan = FakePlacement.example(job);
        Step rolled = new Step.Await(
                TestKinds.job("team", "web"),
                new Expectation.PodsRolled("app=web", "/spec/nodeSelector/rack", "a2", true, 0),
                Duration.ofMinutes(5),
                "Wait until the pods of web are replaced");
        Plan roll = new Plan(
                plan.cluster(),
                "restart",
                plan.title(),
                List.of(plan.steps().getFirst(), rolled),
                plan.effects(),
                List.of(),
                plan.changes(),
                plan.undo());
        seen.in(() -> seen.dialogs().review(roll, Checked::clean, () -> {}), () -> {
            Button go = seen.button("Restart");
            assertEquals(seen.button("Cancel"), go.getShell().getDefaultButton());
            assertTrue(seen.words().contains("the pods are replaced once more"), seen.words());
            assertFalse(seen.words().contains("checkpoint"), "a service has none");
            seen.press("Cancel");
        });
    }

    @Test
    void thePlanShowsStepsEffectsWhatIsLostAndTheDiff() {
        seen.in(() -> seen.dialogs().review(FakePlacement.example(job), Checked::clean, () -> {}), () -> {
            assertTrue(seen.dialog().getText().startsWith("Place train"));
            assertTrue(seen.words().contains("this is a restart"));
            assertTrue(seen.words().contains("What cannot be undone"));
            assertTrue(seen.words().contains("last checkpoint is lost"));
            assertEquals(4, seen.all(NatTable.class).getFirst().getRowCount());
            List<StyledText> sides = seen.all(StyledText.class);
            assertTrue(sides.get(0).getText().contains("\u2212       nodeSelector: {}"));
            assertTrue(sides.get(1).getText().contains("+         topology.kubernetes.io/rack: a2"));
        });
    }

    @Test
    void theDiffOfAGangIsReadInASmallWindow() {
        Plan plan = FakePlacement.example(job);
        List<Step> steps = java.util.Collections.nCopies(16, plan.steps().getFirst());
        List<String> effects = java.util.Collections.nCopies(5, "What happens to the pods is said in a line.");
        Plan gang = new Plan(
                plan.cluster(), plan.kind(), plan.title(), steps, effects, List.of(), plan.changes(), plan.undo());
        seen.in(() -> seen.dialogs().review(gang, Checked::clean, () -> {}), () -> {
            seen.dialog().setSize(820, 690);
            StyledText side = seen.all(StyledText.class).getFirst();
            seen.until("eight lines of it are seen", () -> side.getClientArea().height / side.getLineHeight() >= 8);
        });
    }

    @Test
    void aValueIsReadWholeHoweverLongAndBothSidesStayLevel() {
        Plan plan = FakePlacement.example(job);
        String value = "team/podium of an operator whose name is long, and who did it on the last day of November";
        ObjectChange change = new ObjectChange(
                "Node n1", "spec: {}\nunschedulable: true\n", "spec: " + value + "\nunschedulable: true\n");
        Plan wide = new Plan(
                plan.cluster(),
                plan.kind(),
                plan.title(),
                plan.steps(),
                List.of(),
                List.of(),
                List.of(change),
                plan.undo());
        seen.in(() -> seen.dialogs().review(wide, Checked::clean, () -> {}), () -> {
            StyledText before = seen.all(StyledText.class).get(0);
            StyledText after = seen.all(StyledText.class).get(1);
            seen.until("it is read to its end", () -> {
                int end = after.getText().indexOf("November") + "November".length();
                return after.getLocationAtOffset(end).x <= after.getClientArea().width;
            });
            seen.until("the line below is level", () -> y(before) == y(after) && y(after) > 0);
        });
    }

    private static int y(StyledText side) {
        int line = side.getLineAtOffset(side.getText().indexOf("unschedulable"));
        return side.getLinePixel(line + 1) - side.getLinePixel(0);
    }

    @Test
    void howeverMuchHappensWhatIsLostAndWhetherItIsCheckedStayInTheWindow() {
        Plan plan = FakePlacement.example(job);
        List<String> many = java.util.stream.IntStream.range(0, 300)
                .mapToObj(i -> "Deployment d" + i + " is rolled.")
                .toList();
        Plan long300 = new Plan(
                plan.cluster(), plan.kind(), plan.title(), plan.steps(), many, many, plan.changes(), plan.undo());
        seen.in(() -> seen.dialogs().review(long300, Checked::clean, () -> {}), () -> {
            seen.until("it is checked", () -> seen.button("Place").isEnabled());
            for (org.eclipse.swt.widgets.Label label : seen.all(org.eclipse.swt.widgets.Label.class)) {
                int bottom = label.getDisplay().map(label, seen.dialog(), 0, label.getSize().y).y;
                assertTrue(bottom <= seen.dialog().getClientArea().height, () -> label.getText() + " at " + bottom);
            }
            assertTrue(seen.all(StyledText.class).getFirst().getText().contains("Deployment d299 is rolled."));
        });
    }

    @Test
    void whatUndoMakesOfARestIsThatOfThePlanThatItIsTheRestOf() {
        Plan plan = FakePlacement.example(job);
        List.of("drain", "delete", "cordon", "submit").forEach(kind -> {
            Plan rest = new Plan(
                    plan.cluster(),
                    Plan.goingOn(kind),
                    plan.title(),
                    plan.steps(),
                    List.of(),
                    List.of(),
                    List.of(),
                    plan.steps());
            seen.in(() -> seen.dialogs().review(rest, Checked::clean, () -> {}), () -> {
                assertEquals(kind.equals("submit"), seen.words().contains("pods that have started"), seen.words());
                seen.button("Resume");
            });
        });
    }

    @Test
    void thatASecondPersonMustApproveIsSaidBeforeThePlanIsConfirmed() {
        RuleDecision ruling =
                new RuleDecision(List.of(), Optional.empty(), Optional.of("A second person must approve this."));
        stage.operations.ruling = ruling;
        String[] next = {""};
        seen.in(
                () -> stage.actions.run(
                        FleetAction.CORDON, List.of(cluster.getNodes().getFirst())),
                () -> {
                    assertTrue(
                            seen.words().contains("A second person must approve this. Nothing runs before that."),
                            seen::words);
                    assertTrue(seen.all(Button.class).stream()
                            .noneMatch(button -> button.getText().equals("Cordon")));
                    seen.until("it is checked", () -> seen.button("Ask for Approval\u2026")
                            .isEnabled());
                    seen.next(() -> next[0] = seen.words());
                    seen.press("Ask for Approval\u2026");
                });
        assertTrue(next[0].contains("give the file to another operator"), next[0]);
        assertTrue(stage.operations.asked.isEmpty(), stage.operations.asked::toString);
    }

    @Test
    void whatStaysChangedIsCopiedAsAPatchForItsRepositoryAndNothingIsSent() {
        boolean[] confirmed = {false};
        seen.in(
                () -> seen.dialogs().review(FakePlacement.example(job), Checked::clean, () -> confirmed[0] = true),
                () -> {
                    seen.press("Copy as Patch");
                    Clipboard clipboard = new Clipboard(seen.owner().getDisplay());
                    String copied = String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
                    clipboard.dispose();
                    assertTrue(copied.contains("kind: Kustomization"), copied);
                    assertTrue(copied.contains("topology.kubernetes.io/rack"), copied);
                    assertFalse(copied.contains("suspend"), copied);
                });
        assertFalse(confirmed[0]);
        seen.in(
                () -> stage.actions.run(
                        FleetAction.CORDON, List.of(cluster.getNodes().getFirst())),
                () -> assertTrue(seen.all(Button.class).stream()
                        .noneMatch(button -> button.getText().contains("patch"))));
    }

    @Test
    void enterDoesNotConfirmWhatCannotBeTakenBack() {
        seen.in(
                () -> seen.dialogs().review(FakePlacement.example(job), Checked::clean, () -> {}),
                () -> assertEquals(seen.button("Cancel"), seen.dialog().getDefaultButton()));
        seen.in(
                () -> stage.actions.run(
                        FleetAction.CORDON, List.of(cluster.getNodes().getFirst())),
                () -> assertEquals(seen.button("Cordon"), seen.dialog().getDefaultButton()));
    }

    private void choose(int seconds) {
        Spinner grace = seen.all(Spinner.class).getFirst();
        grace.setSelection(seconds);
        grace.notifyListeners(SWT.Selection, new Event());
    }

    private static Plan deletion(String effect) {
        return new Plan(
                new ClusterId("lab"),
                "delete",
                "Delete train",
                List.of(),
                List.of(effect),
                List.of("What was computed is lost."),
                List.of(),
                List.of());
    }

    @Test
    void thePlanOfADeletionIsMadeAnewInItsPlaceWithTheTimeThatIsChosenAndThatOneIsConfirmed() {
        List<Optional<Duration>> asked = new ArrayList<>();
        CompletableFuture<Result> slow = new CompletableFuture<>();
        List<Plan> checked = new CopyOnWriteArrayList<>();
        List<Plan> confirmed = new ArrayList<>();
        Plan own = deletion("Each pod gets its own time.");
        Plan short30 = deletion("Each pod gets 30 s.");
        GracePlans plans = new GracePlans(
                grace -> {
                    asked.add(grace);
                    return grace.equals(Optional.of(Duration.ofSeconds(30)))
                            ? CompletableFuture.completedFuture(new Result.Compiled(short30))
                            : slow;
                },
                plan -> {
                    checked.add(plan);
                    return Checked.clean();
                });
        seen.in(() -> seen.dialogs().review(own, Optional.empty(), plans, confirmed::add), () -> {
            assertEquals(seen.button("Cancel"), seen.dialog().getDefaultButton(), "something dies");
            seen.until("the first is checked", () -> seen.button("Delete").isEnabled());
            choose(3);
            assertFalse(seen.button("Delete").isEnabled(), "the plan for 3 s is in the making");
            choose(30);
            seen.until(
                    "the plan for 30 s is checked", () -> seen.button("Delete").isEnabled());
            slow.complete(new Result.Compiled(deletion("Each pod gets 3 s.")));
            assertTrue(seen.words().contains("Each pod gets 30 s."), seen.words());
            assertFalse(seen.words().contains("its own time"), seen.words());
            seen.press("Delete");
        });
        assertEquals(List.of(Optional.of(Duration.ofSeconds(3)), Optional.of(Duration.ofSeconds(30))), asked);
        assertEquals(List.of(own, short30), checked);
        assertEquals(List.of(short30), confirmed);
    }

    @Test
    void thePlanThatIsMadeAnewLeavesTheDiffItsRoom() {
        Plan many = of(90);
        Plan anew = many.withEffects(List.of("Each pod gets 30 s."));
        GracePlans plans = new GracePlans(
                grace -> CompletableFuture.completedFuture(new Result.Compiled(anew)), _ -> Checked.clean());
        seen.in(() -> seen.dialogs().review(many, Optional.empty(), plans, _ -> {}), () -> {
            choose(30);
            seen.until("it is shown", () -> seen.words().contains("Each pod gets 30 s."));
            StyledText side = seen.all(StyledText.class).getFirst();
            seen.until("the diff is read", () -> side.getClientArea().height / side.getLineHeight() >= 8);
        });
    }

    @Test
    void enterIsSafeFromTheMomentThatAPlanMadeAnewEndsSomethingAndGoesOnOnceItDoesNot() {
        Plan ends = deletion("Its pods are stopped.");
        Plan held =
                new Plan(ends.cluster(), "delete", ends.title(), List.of(), List.of(), List.of(), List.of(), List.of());
        GracePlans plans = new GracePlans(
                grace -> CompletableFuture.completedFuture(
                        new Result.Compiled(grace.equals(Optional.of(Duration.ofSeconds(30))) ? ends : held)),
                plan -> Checked.clean());
        seen.in(() -> seen.dialogs().review(held, Optional.empty(), plans, plan -> {}), () -> {
            Button go = seen.button("Delete");
            seen.until("it is checked", go::isEnabled);
            assertEquals(go, seen.dialog().getDefaultButton());
            choose(30);
            seen.until("what is lost is said", () -> seen.words().contains("What was computed is lost."));
            assertEquals(seen.button("Cancel"), seen.dialog().getDefaultButton());
            choose(3);
            seen.until("nothing is lost", () -> !seen.words().contains("What was computed is lost."));
            assertEquals(go, seen.dialog().getDefaultButton());
        });
    }

    @Test
    void thatNoPlanCanBeMadeWithTheTimeThatIsChosenIsSaidInItsPlace() {
        GracePlans plans = new GracePlans(
                grace -> CompletableFuture.completedFuture(
                        new Result.Refused("train is no longer in the fleet.", "Nothing was sent.")),
                plan -> Checked.clean());
        seen.in(() -> seen.dialogs().review(deletion("All stop."), Optional.empty(), plans, plan -> {}), () -> {
            seen.until("it is checked", () -> seen.button("Delete").isEnabled());
            choose(0);
            seen.until("it says why", () -> seen.words().contains("train is no longer in the fleet."));
            assertFalse(seen.button("Delete").isEnabled());
        });
    }

    @Test
    void whatMayBeAskedForDifferentlyIsBegunOnceThePlanIsClosed() {
        List<String> done = new ArrayList<>();
        seen.in(
                () -> seen.dialogs()
                        .review(
                                FakePlacement.example(job),
                                Optional.empty(),
                                Checked::clean,
                                new PlanAlternative("Other Image\u2026", () -> done.add("other")),
                                () -> done.add("confirmed")),
                () -> seen.press("Other Image\u2026"));
        assertEquals(List.of("other"), done);
    }

    @Test
    void escapeSendsNothing() {
        seen.in(
                () -> stage.actions.run(
                        FleetAction.CORDON, List.of(cluster.getNodes().getFirst())),
                () -> seen.press("Cancel"));
        assertTrue(stage.operations.asked.isEmpty());
    }
}
