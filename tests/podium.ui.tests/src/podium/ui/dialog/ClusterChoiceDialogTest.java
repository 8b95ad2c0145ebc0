// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.Checked;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.Plan;
import podium.operation.submit.ClusterFit;
import podium.operation.submit.Manifest;
import podium.placement.Fit;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.UiFixture;

/** The open clusters side by side, and the two plans that follow from a choice. */
class ClusterChoiceDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final UiFixture stage = seen.stage;
    private final Cluster lab = stage.made.cluster("lab", 2);
    private final Cluster spare = stage.made.cluster("spare", 2);
    private final Job late = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 8);

    @AfterEach
    void close() {
        seen.close();
    }

    private List<ClusterFit> fits() {
        return List.of(fit(spare, List.of()), fit(lab, List.of("ConfigMap ml/settings is not there.")));
    }

    private String before = "2 jobs wait there already, for 16 GPUs";
    private String here = before;

    private ClusterFit fit(Cluster cluster, List<String> against) {
        return new ClusterFit(
                cluster,
                cluster == lab,
                cluster == lab ? Fit.DOES_NOT_FIT : Fit.FITS,
                "1 of 2 nodes",
                cluster == lab ? "room for 1 of its 2 tasks" : "",
                cluster == spare ? before : here,
                "",
                "",
                "both tasks on one node",
                against,
                List.of(),
                Manifest.EMPTY);
    }

    @Test
    void theOneThatIsChosenIsGivenAndOneThatHasAReasonAgainstItCannotBe() {
        List<ClusterFit> chosen = new ArrayList<>();
        seen.in(
                () -> stage.dialogs.compare(
                        "Which cluster for late",
                        "Move There\u2026",
                        this::fits,
                        fit -> fit.against().stream().findFirst(),
                        chosen::add),
                () -> {
                    NatTable table = seen.all(NatTable.class).getFirst();
                    assertEquals(3, table.getRowCount(), "header and two clusters");
                    assertEquals(
                            6,
                            table.getColumnCount(),
                            "nobody says anything of evictions, quota, or what is not known");
                    seen.press("Move There\u2026");
                });
        assertEquals(List.of(spare), chosen.stream().map(ClusterFit::cluster).toList());
        seen.in(
                () -> stage.dialogs.compare(
                        "Which cluster", "Move There\u2026", this::fits, _ -> Optional.of("it runs"), chosen::add),
                () -> assertFalse(seen.button("Move There\u2026").isEnabled()));
    }

    @Test
    void whereNobodyWaitsForTheSameGpusThatIsSaid() {
        before = "";
        seen.in(
                () -> stage.dialogs.compare(
                        "Which cluster", "Move There\u2026", this::fits, _ -> Optional.empty(), _ -> {}),
                () -> {
                    NatTable table = seen.all(NatTable.class).getFirst();
                    List<String> of = new ArrayList<>();
                    for (int column = 0; column < table.getColumnCount(); column++) {
                        if (String.valueOf(table.getDataValueByPosition(column, 0))
                                .equals("waiting for the same GPUs")) {
                            of.add(String.valueOf(table.getDataValueByPosition(column, 1)));
                            of.add(String.valueOf(table.getDataValueByPosition(column, 2)));
                        }
                    }
                    assertEquals(List.of("none", "2 jobs wait there already, for 16 GPUs"), of);
                });
    }

    @Test
    void whoWaitsForTheSameGpusIsExplainedOnlyWhereAColumnSaysIt() {
        for (String waiting : List.of(before, "")) {
            before = waiting;
            here = waiting;
            seen.in(
                    () -> stage.dialogs.compare(
                            "Which cluster", "Move There\u2026", this::fits, _ -> Optional.empty(), _ -> {}),
                    () -> {
                        NatTable table = seen.all(NatTable.class).getFirst();
                        boolean column = IntStream.range(0, table.getColumnCount())
                                .mapToObj(i -> String.valueOf(table.getDataValueByPosition(i, 0)))
                                .anyMatch("waiting for the same GPUs"::equals);
                        assertEquals(!waiting.isEmpty(), column);
                        assertEquals(column, seen.words().contains("Waiting for the same GPUs"), seen.words());
                        assertFalse(seen.words().contains("jobs that wait there"), seen.words());
                    });
        }
    }

    @Test
    void whyItWaitsWhereItIsStandsUnderWhyNotLikeTheReasonsOfTheOthers() {
        seen.in(
                () -> stage.dialogs.compare(
                        "Which cluster",
                        "Move There\u2026",
                        this::fits,
                        fit -> Optional.of(fit.here() ? "it is here" : "spare is read-only"),
                        _ -> {}),
                () -> {
                    NatTable table = seen.all(NatTable.class).getFirst();
                    int last = table.getColumnCount() - 1;
                    assertEquals("spare is read-only", String.valueOf(table.getDataValueByPosition(last, 1)));
                    assertEquals("room for 1 of its 2 tasks", String.valueOf(table.getDataValueByPosition(last, 2)));
                });
    }

    /** A namespace is made, a quota is raised, a job ends while the operator looks. */
    @Test
    void whatTheClustersAreNowIsShownWhileTheDialogStands() {
        List<String> against = new ArrayList<>(List.of("Namespace ml is not there."));
        seen.in(
                () -> stage.dialogs.compare(
                        "Which cluster",
                        "Move There\u2026",
                        () -> List.of(fit(spare, against)),
                        fit -> fit.against().stream().findFirst(),
                        _ -> {}),
                () -> {
                    assertFalse(seen.button("Move There\u2026").isEnabled());
                    against.clear();
                    seen.until("it can be taken", () -> seen.button("Move There\u2026")
                            .isEnabled());
                    NatTable table = seen.all(NatTable.class).getFirst();
                    assertEquals("fits", String.valueOf(table.getDataValueByPosition(1, 1)));
                });
    }

    @Test
    void aClusterThatItCannotGoToIsNotSaidToFitButToHaveRoom() {
        seen.in(
                () -> stage.dialogs.compare(
                        "Which cluster",
                        "Move There\u2026",
                        this::fits,
                        _ -> Optional.of("spare is read-only"),
                        _ -> {}),
                () -> {
                    NatTable table = seen.all(NatTable.class).getFirst();
                    assertEquals("has room", String.valueOf(table.getDataValueByPosition(1, 1)));
                    assertEquals("does not fit", String.valueOf(table.getDataValueByPosition(1, 2)));
                });
    }

    private static Plan part(Job job, Cluster cluster, String kind, String title, String change) {
        Plan like = FakePlacement.example(job);
        return new Plan(
                ClusterId.of(cluster),
                kind,
                title,
                like.steps(),
                List.of(title + " has an effect."),
                List.of(),
                List.of(new ObjectChange("Job ml/late", "", change.repeat(12))),
                like.undo());
    }

    @Test
    void bothPlansAreShownInOneDialogInTheirOrder() {
        seen.in(
                () -> stage.dialogs.review(
                        part(late, lab, "suspend", "Move late to spare: Suspend late", "suspend: true\n"),
                        part(late, spare, "submit", "Move late to spare: Submit late", "kind: Job\n"),
                        Checked::clean,
                        PlacementOutlook.NOTHING,
                        () -> {},
                        () -> {}),
                () -> {
                    List<StyledText> diff = seen.all(StyledText.class);
                    String after = diff.getLast().getText();
                    assertTrue(
                            after.contains("# Job ml/late in lab") && after.contains("# Job ml/late in spare"), after);
                    int rows = diff.getLast().getClientArea().height
                            / diff.getLast().getLineHeight();
                    assertTrue(rows >= 8, "rows of the diff that are in sight: " + rows);
                    assertTrue(seen.words().contains("pods that have started by then are stopped"), seen.words());
                    assertTrue(seen.words().contains("once that is done, as a separate operation"), seen.words());
                    assertEquals("Move late to spare", seen.dialog().getText());
                    seen.button("Move");
                    NatTable steps = seen.all(NatTable.class).getFirst();
                    assertEquals("lab", String.valueOf(steps.getDataValueByPosition(0, 1)));
                    assertEquals("spare", String.valueOf(steps.getDataValueByPosition(0, steps.getRowCount() - 1)));
                    assertTrue(seen.all(Button.class).stream()
                            .noneMatch(button -> button.getText().equals("Copy as kubectl")));
                });
    }
}
