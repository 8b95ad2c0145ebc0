// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.drain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.NodesText;
import podium.core.job.LostGpuHours;
import podium.core.job.ReplacementGates;
import podium.core.retry.PodLossOutcome;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Named;
import podium.model.fleet.Node;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainWave;
import podium.operation.drain.Fate;
import podium.operation.drain.PodFate;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.Rows;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/** A drain's preview in words and columns. No widgets. */
public final class DrainText {
    /** The column that says what becomes of gangs. */
    static final String GANG = "gang";

    /** The column that says with which nodes a pod goes. */
    static final String WAVE = "wave";

    private static final List<Fate> WORST_FIRST = List.of(Fate.BLOCKS, Fate.EVICT, Fate.FINISHED, Fate.STAYS);

    /** GPU-hours that are shown as 0.1, and less as none. */
    private static final double TOLD = 0.05;

    private DrainText() {}

    public static String title(List<Node> nodes) {
        return Texts.of("DrainText.drain", NodesText.of(nodes));
    }

    /** What the preview does not promise, and that the nodes are not empty at the end; empty: it promises all it says. */
    static String promise(DrainPreview preview) {
        List<String> words = new ArrayList<>();
        if (!preview.doubts().isEmpty()) {
            words.add(Texts.of("DrainText.notCertain", String.join("; ", preview.doubts())));
        }
        int left = preview.left().size();
        if (left > 0) {
            words.add(notEmpty(preview.request().nodes().size() == 1, left));
        }
        return String.join(" ", words);
    }

    /** 12 pods evicted, 3 stay, 1 blocks; 12.5 GPU-hours lost. */
    public static String summary(DrainPreview preview) {
        List<String> words = new ArrayList<>();
        String evicted = Formats.counted(preview.count(Fate.EVICT), "pod");
        String ofThem = ofTheEvicted(preview);
        words.add(
                ofThem.isEmpty()
                        ? Texts.of("DrainText.evicted", evicted)
                        : Texts.of("DrainText.evictedOfThem", evicted, ofThem));
        if (preview.count(Fate.FINISHED) > 0) {
            words.add(Texts.of(
                    "DrainText.finishedRemoved", Formats.counted(preview.count(Fate.FINISHED), "finished pod")));
        }
        if (preview.count(Fate.BLOCKS) > 0) {
            String blocking = Formats.count(preview.count(Fate.BLOCKS));
            words.add(
                    preview.request().partial()
                            ? Texts.of("DrainText.leftThere", blocking)
                            : preview.count(Fate.BLOCKS) == 1
                                    ? Texts.of("DrainText.blocks", blocking)
                                    : Texts.of("DrainText.block", blocking));
        }
        if (preview.count(Fate.STAYS) > 0) {
            words.add(Texts.of("DrainText.ofDaemonsetsAndThe", Formats.count(preview.count(Fate.STAYS))));
        }
        if (!preview.suspended().isEmpty()) {
            words.add(Texts.of(
                    "DrainText.suspendedAndResumed",
                    Formats.counted(preview.suspended().size(), "job")));
        }
        return lost(String.join(", ", words), preview.gpuHoursLost());
    }

    /** What becomes of some of the pods that are evicted: they are counted among these already. */
    private static String ofTheEvicted(DrainPreview preview) {
        List<PodFate> evicted =
                preview.pods().stream().filter(pod -> pod.fate() == Fate.EVICT).toList();
        List<String> words = new ArrayList<>();
        count(evicted, DrainText::ends).ifPresent(pods -> words.add(Texts.of("DrainText.lostForGood", pods)));
        count(evicted, DrainText::waits).ifPresent(pods -> words.add(Texts.of("DrainText.waitingAtAGate", pods)));
        count(evicted, pod -> pod.destination().isEmpty() && !ends(pod) && !waits(pod))
                .ifPresent(pods -> words.add(Texts.of("DrainText.withNoPlaceTo", pods)));
        return String.join(", ", words);
    }

    private static String lost(String pods, OptionalDouble hours) {
        if (hours.isEmpty()) {
            return Texts.of("DrainText.gpuHoursLostUnknown", pods);
        }
        return hours.getAsDouble() >= TOLD
                ? Texts.of("DrainText.ofWorkAreLost", pods, LostGpuHours.words(hours.getAsDouble()))
                : pods + ".";
    }

    private static String notEmpty(boolean oneNode, int left) {
        String pods = Formats.counted(left, "pod");
        if (left == 1) {
            return oneNode
                    ? Texts.of("DrainText.nodeNotEmptyOneStays", pods)
                    : Texts.of("DrainText.nodesNotEmptyOneStays", pods);
        }
        return oneNode
                ? Texts.of("DrainText.nodeNotEmptySeveralStay", pods)
                : Texts.of("DrainText.nodesNotEmptySeveralStay", pods);
    }

    /** What becomes of the gang of a pod; empty: nothing, or it has none. */
    static String gang(PodFate pod) {
        if (ends(pod)) {
            return Texts.of("DrainText.ends");
        }
        if (!pod.jobDies()) {
            return "";
        }
        return pod.aftermath().outcome() == PodLossOutcome.MAY_END
                ? Texts.of("DrainText.mayEnd")
                : Texts.of("DrainText.restarts");
    }

    /** @param preview what is shown now */
    public static List<Column<PodFate, ?>> columns(Supplier<DrainPreview> preview) {
        return List.of(
                new Column<PodFate, PodFate>(
                        "fate",
                        Texts.of("DrainText.fate"),
                        92,
                        Form.SENTENCE,
                        pod -> pod,
                        pod -> shown(preview.get(), pod).word(),
                        Comparator.comparingInt(DrainText::rank),
                        pod -> Optional.of(shown(preview.get(), pod).mark())),
                Column.text("pod", Texts.of("DrainText.pod"), 160, Form.NAME, pod -> FleetLabels.name(pod.task())),
                Column.text(
                        "node",
                        Texts.of("DrainText.node"),
                        100,
                        Form.NAME,
                        pod -> pod.task().getNode() == null
                                ? ""
                                : FleetLabels.name(pod.task().getNode())),
                Column.count(WAVE, Texts.of("DrainText.wave"), 48, pod -> wave(preview.get(), pod)),
                Column.text("job", Texts.of("DrainText.job"), 140, Form.NAME, pod -> pod.job()
                        .map(FleetLabels::name)
                        .orElse("")),
                Column.text(GANG, Texts.of("DrainText.gang"), 64, Form.SENTENCE, DrainText::gang),
                Column.text(
                        "budgets",
                        Texts.of("DrainText.budgets"),
                        180,
                        Form.NAME,
                        pod -> pod.budgetsKnown()
                                ? pod.budgets().stream().map(DrainText::budget).collect(Collectors.joining(", "))
                                : Texts.of("DrainText.notKnown")),
                Column.text("destination", Texts.of("DrainText.canGoTo"), 150, Form.SENTENCE, pod -> pod.destination()
                        .map(Named::getName)
                        .orElse(
                                ends(pod)
                                        ? Texts.of("DrainText.notRecreated")
                                        : pod.fate() != Fate.EVICT
                                                ? ""
                                                : waits(pod)
                                                        ? Texts.of("DrainText.waitsAtAGate")
                                                        : Texts.of("DrainText.nowhereNow"))),
                Column.text("reason", Texts.of("DrainText.why"), 200, Form.SENTENCE, PodFate::reason));
    }

    private static @Nullable Integer wave(DrainPreview preview, PodFate pod) {
        @Nullable Node node = pod.task().getNode();
        return preview.waves().stream()
                .filter(wave -> node != null && wave.nodes().contains(node))
                .map(DrainWave::number)
                .findFirst()
                .orElse(null);
    }

    /** The way of a pod: one whose job ends with it is told apart from one that comes back, and what is left there blocks nothing. */
    private static StateLabels.Shown shown(DrainPreview preview, PodFate pod) {
        if (preview.request().partial() && pod.fate() == Fate.BLOCKS) {
            return new StateLabels.Shown(StateLabels.of(Fate.STAYS).word(), Icon.WARNING, Name.WARNING);
        }
        return ends(pod)
                ? new StateLabels.Shown(Texts.of("DrainText.endsJob"), Icon.FAILED, Name.CRITICAL)
                : StateLabels.of(pod.fate());
    }

    /** How many of these pods are so; empty: none. */
    private static Optional<String> count(List<PodFate> pods, Predicate<PodFate> so) {
        return Optional.of(pods.stream().filter(so).count())
                .filter(number -> number > 0)
                .map(Formats::count);
    }

    /** Whether the pod in its place waits at a gate, wherever there is room. */
    private static boolean waits(PodFate pod) {
        return pod.destination().isEmpty()
                && !ends(pod)
                && !ReplacementGates.of(pod.task()).isEmpty();
    }

    private static boolean ends(PodFate pod) {
        return pod.fate() == Fate.EVICT && pod.aftermath().outcome() == PodLossOutcome.ENDS;
    }

    /** What blocks first, then what ends a job. */
    public static Rows<PodFate> rows(DrainPreview preview) {
        return Rows.of(
                preview.pods().stream()
                        .sorted(Comparator.comparingInt(DrainText::rank))
                        .toList(),
                pod -> FleetLabels.key(pod.task()));
    }

    private static int rank(PodFate pod) {
        return 2 * WORST_FIRST.indexOf(pod.fate()) + (ends(pod) ? 0 : 1);
    }

    private static String budget(DisruptionBudget budget) {
        return Texts.of("DrainText.allowed", FleetLabels.name(budget), budget.getDisruptionsAllowed());
    }
}
