// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.ArrayList;
import java.util.List;
import podium.core.text.CleanText;
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
            sentences.add(Texts.of("ConsentedLosses.lostForGoodSince", names(forced)));
        }
        List<Task> data = going.stream().filter(ConsentedLosses::losesData).toList();
        if (!data.isEmpty()) {
            sentences.add(Texts.of("ConsentedLosses.dataInEmptydirVolumes", names(data)));
        }
        return sentences;
    }

    static boolean losesData(Task task) {
        return task.getSpec() != null && task.getSpec().emptyDir() && !DrainFilters.isFinished(task);
    }

    private static String names(List<Task> tasks) {
        String first = String.join(
                ", ",
                tasks.stream()
                        .limit(NAMED)
                        .map(task -> CleanText.clean(task.getNamespace() + "/" + task.getName()))
                        .toList());
        int more = tasks.size() - NAMED;
        return (tasks.size() == 1 ? Texts.of("ConsentedLosses.pod") : Texts.of("ConsentedLosses.pods"))
                + first
                + (more > 0 ? Texts.of("ConsentedLosses.andMore", more) : "");
    }
}
