// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.drain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.core.retry.PodLossOutcome;
import podium.model.fleet.Task;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.Fate;
import podium.operation.drain.PodFate;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/**
 * What is different between two previews of the same drain, as far as it matters to who confirms it. No widgets.
 *
 * @param came pods that were not there before
 * @param left pods that are not there any more
 * @param other pods that fare otherwise than before
 * @param blockers whether something else blocks it
 * @param doubts whether it loses something else for good, or something else is not known
 */
record DrainChange(long came, long left, long other, boolean blockers, boolean doubts) {

    /** The difference. Where exactly a pod can go changes with every pod of the cluster; that it can go somewhere matters. */
    static DrainChange between(DrainPreview before, DrainPreview after) {
        Map<Task, Fares> old = fares(before);
        Map<Task, Fares> now = fares(after);
        return new DrainChange(
                now.keySet().stream().filter(task -> !old.containsKey(task)).count(),
                old.keySet().stream().filter(task -> !now.containsKey(task)).count(),
                now.entrySet().stream()
                        .filter(pod ->
                                old.containsKey(pod.getKey()) && !pod.getValue().equals(old.get(pod.getKey())))
                        .count(),
                !before.blockers().equals(after.blockers()),
                !before.requeued().equals(after.requeued())
                        || !before.doubts().equals(after.doubts())
                        || !before.losses().equals(after.losses()));
    }

    /** Whether what was shown before does not hold any more. For pods that left nothing is to be done, which changes nothing. */
    boolean isOutdating() {
        return came > 0 || other > 0 || blockers || doubts;
    }

    /** 1 pod came, 2 pods left, 1 pod has another outcome. Empty: nothing is different. */
    String words() {
        List<String> words = new ArrayList<>();
        if (came > 0) {
            words.add(Texts.of("DrainChange.came", Formats.counted(came, "pod")));
        }
        if (left > 0) {
            words.add(Texts.of("DrainChange.left", Formats.counted(left, "pod")));
        }
        if (other > 0) {
            String pods = Formats.counted(other, "pod");
            words.add(
                    other == 1
                            ? Texts.of("DrainChange.hasAnotherOutcome", pods)
                            : Texts.of("DrainChange.haveAnotherOutcome", pods));
        }
        if (words.isEmpty() && blockers) {
            words.add(Texts.of("DrainChange.somethingElseBlocksIt"));
        }
        if (words.isEmpty() && doubts) {
            words.add(Texts.of("DrainChange.itsLossesOrWhat"));
        }
        return words.isEmpty() ? "" : String.join(", ", words) + ".";
    }

    private record Fares(Fate fate, boolean jobDies, boolean homeless, PodLossOutcome outcome) {}

    private static Map<Task, Fares> fares(DrainPreview preview) {
        Map<Task, Fares> fares = new LinkedHashMap<>();
        for (PodFate pod : preview.pods()) {
            fares.put(
                    pod.task(),
                    new Fares(
                            pod.fate(),
                            pod.jobDies(),
                            pod.destination().isEmpty(),
                            pod.aftermath().outcome()));
        }
        return fares;
    }
}
