// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.drain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import podium.core.job.LostGpuHours;
import podium.core.retry.PodLossOutcome;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Named;
import podium.model.fleet.Node;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.Fate;
import podium.operation.drain.PodFate;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/** A drain's preview in words and columns. No widgets. */
public final class DrainText {
    /** The column that says what becomes of gangs. */
    static final String GANG = "gang";

    private static final List<Fate> WORST_FIRST = List.of(Fate.BLOCKS, Fate.EVICT, Fate.FINISHED, Fate.STAYS);

    /** GPU-hours that are shown as 0.1, and less as none. */
    private static final double TOLD = 0.05;

    private DrainText() {}

    public static String title(List<Node> nodes) {
        return nodes.size() == 1
                ? "Drain " + FleetLabels.name(nodes.getFirst())
                : "Drain " + Formats.counted(nodes.size(), "node");
    }

    /** What the preview does not promise, and that the nodes are not empty at the end; empty: it promises all it says. */
    static String promise(DrainPreview preview) {
        List<String> words = new ArrayList<>();
        if (!preview.doubts().isEmpty()) {
            words.add("Not certain: " + String.join("; ", preview.doubts()) + ".");
        }
        int left = preview.left().size();
        if (left > 0) {
            words.add((preview.request().nodes().size() == 1 ? "The node is" : "The nodes are")
                    + " not empty at the end: " + Formats.counted(left, "pod") + (left == 1 ? " stays." : " stay."));
        }
        return String.join(" ", words);
    }

    /** 12 pods evicted, 3 stay, 1 blocks; 12.5 GPU-hours lost. */
    public static String summary(DrainPreview preview) {
        List<String> words = new ArrayList<>();
        words.add(Formats.counted(preview.count(Fate.EVICT), "pod") + " evicted");
        if (preview.count(Fate.FINISHED) > 0) {
            words.add(Formats.count(preview.count(Fate.FINISHED)) + " finished and removed");
        }
        if (preview.count(Fate.BLOCKS) > 0) {
            words.add(Formats.count(preview.count(Fate.BLOCKS))
                    + (preview.request().partial()
                            ? " left there"
                            : preview.count(Fate.BLOCKS) == 1 ? " blocks" : " block"));
        }
        long homeless = preview.pods().stream()
                .filter(pod -> pod.fate() == Fate.EVICT && pod.destination().isEmpty())
                .count();
        if (homeless > 0) {
            words.add(Formats.count(homeless) + " with no place to go");
        }
        if (preview.count(Fate.STAYS) > 0) {
            words.add(Formats.count(preview.count(Fate.STAYS)) + " of DaemonSets and the node itself not touched");
        }
        if (!preview.suspended().isEmpty()) {
            words.add(Formats.counted(preview.suspended().size(), "job") + " suspended and resumed");
        }
        return String.join(", ", words) + lost(preview.gpuHoursLost()) + ".";
    }

    private static String lost(OptionalDouble hours) {
        if (hours.isEmpty()) {
            return "; GPU-hours lost unknown: the start time of a pod is not known";
        }
        return hours.getAsDouble() >= TOLD
                ? "; " + LostGpuHours.words(hours.getAsDouble()) + " of work are lost unless a checkpoint was saved"
                : "";
    }

    /** What becomes of the gang of a pod; empty: nothing, or it has none. */
    static String gang(PodFate pod) {
        return ends(pod) ? "ends" : pod.jobDies() ? "restarts" : "";
    }

    public static List<Column<PodFate, ?>> columns() {
        return List.of(
                new Column<PodFate, PodFate>(
                        "fate",
                        "fate",
                        92,
                        Form.SENTENCE,
                        pod -> pod,
                        pod -> shown(pod).word(),
                        Comparator.comparingInt(DrainText::rank),
                        pod -> Optional.of(shown(pod).mark())),
                Column.text("pod", "pod", 160, Form.NAME, pod -> FleetLabels.name(pod.task())),
                Column.text(
                        "node",
                        "node",
                        100,
                        Form.NAME,
                        pod -> pod.task().getNode() == null
                                ? ""
                                : FleetLabels.name(pod.task().getNode())),
                Column.text("job", "job", 140, Form.NAME, pod -> pod.job()
                        .map(FleetLabels::name)
                        .orElse("")),
                Column.text(GANG, "gang", 64, Form.SENTENCE, DrainText::gang),
                Column.text(
                        "budgets",
                        "budgets",
                        180,
                        Form.NAME,
                        pod -> pod.budgetsKnown()
                                ? pod.budgets().stream().map(DrainText::budget).collect(Collectors.joining(", "))
                                : "not known"),
                Column.text("destination", "can go to", 150, Form.SENTENCE, pod -> pod.destination()
                        .map(Named::getName)
                        .orElse(ends(pod) ? "not recreated" : pod.fate() == Fate.EVICT ? "nowhere now" : "")),
                Column.text("reason", "why", 200, Form.SENTENCE, PodFate::reason));
    }

    /** The way of a pod; one whose job ends with it is told apart from one that comes back. */
    private static StateLabels.Shown shown(PodFate pod) {
        return ends(pod) ? new StateLabels.Shown("ends job", Icon.FAILED, Name.CRITICAL) : StateLabels.of(pod.fate());
    }

    private static boolean ends(PodFate pod) {
        return pod.fate() == Fate.EVICT && pod.aftermath().outcome() == PodLossOutcome.ENDS;
    }

    /** What blocks first, then what ends a job. */
    public static Rows<PodFate> rows(DrainPreview preview) {
        return new Rows<>(preview.pods().stream()
                .sorted(Comparator.comparingInt(DrainText::rank))
                .map(pod -> new Row<>(FleetLabels.key(pod.task()), pod, 0, Fold.NONE))
                .toList());
    }

    private static int rank(PodFate pod) {
        return 2 * WORST_FIRST.indexOf(pod.fate()) + (ends(pod) ? 0 : 1);
    }

    private static String budget(DisruptionBudget budget) {
        return FleetLabels.name(budget) + " (" + budget.getDisruptionsAllowed() + " allowed)";
    }
}
