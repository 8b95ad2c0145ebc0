// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.ArrayList;
import java.util.List;
import podium.core.fleet.Holdings;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Task;
import podium.operation.drain.Fate;
import podium.operation.drain.PodFate;
import podium.operation.texts.Texts;

/** What the operator consented to lose: pods that nothing makes anew, data in emptyDir volumes. Consent makes it no smaller. */
final class ConsentedLosses {
    private static final int NAMED = 3;

    private ConsentedLosses() {}

    /** A sentence for each sort of loss. */
    static List<String> of(List<PodFate> fates) {
        List<String> sentences = new ArrayList<>();
        List<Task> going = fates.stream()
                .filter(fate -> fate.fate() == Fate.EVICT)
                .map(PodFate::task)
                .toList();
        List<Task> forced =
                going.stream().filter(task -> task.getController() == null).toList();
        if (!forced.isEmpty()) {
            sentences.add(
                    forced.size() == 1
                            ? Texts.of("ConsentedLosses.onePodIsLostForGood", names(forced))
                            : Texts.of("ConsentedLosses.podsAreLostForGood", names(forced)));
        }
        List<Task> data = going.stream().filter(ConsentedLosses::losesData).toList();
        if (!data.isEmpty()) {
            sentences.add(
                    data.size() == 1
                            ? Texts.of("ConsentedLosses.onePodLosesItsData", names(data))
                            : Texts.of("ConsentedLosses.podsLoseTheirData", names(data)));
        }
        return sentences;
    }

    static boolean losesData(Task task) {
        return task.getSpec() != null && task.getSpec().emptyDir() && !Holdings.hasEnded(task);
    }

    private static String names(List<Task> tasks) {
        return Counted.named(
                tasks.stream()
                        .map(task -> CleanText.clean(task.getNamespace() + "/" + task.getName()))
                        .toList(),
                NAMED);
    }
}
