// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import java.util.ArrayList;
import java.util.List;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/** The pods that an operation evicted, which its undo does not bring back. */
final class EvictedPods {
    private static final int NAMED = 3;

    private EvictedPods() {}

    /** A sentence each for those that controllers made anew, those that nothing makes anew, and those that had finished. */
    static List<String> words(Plan done) {
        List<Step.Victim> victims = done.steps().stream()
                .filter(Step.EvictAll.class::isInstance)
                .flatMap(step -> ((Step.EvictAll) step).victims().stream())
                .toList();
        List<Step.Victim> running =
                victims.stream().filter(victim -> !victim.ended()).toList();
        int ended = victims.size() - running.size();
        List<String> lost = running.stream()
                .filter(Step.Victim::lost)
                .map(victim -> CleanText.clean(
                        victim.pod().namespace() + "/" + victim.pod().name()))
                .toList();
        int remade = running.size() - lost.size();
        List<String> words = new ArrayList<>();
        if (remade > 0) {
            words.add(
                    remade == 1
                            ? Texts.of("EvictedPods.onePodWasMadeAnew")
                            : Texts.of("EvictedPods.podsWereMadeAnew", Counted.of(remade, "pod")));
        }
        if (!lost.isEmpty()) {
            String names = Counted.named(lost, NAMED);
            words.add(
                    lost.size() == 1
                            ? Texts.of("EvictedPods.onePodIsLostForGood", names)
                            : Texts.of("EvictedPods.podsAreLostForGood", Counted.of(lost.size(), "pod"), names));
        }
        if (ended > 0) {
            words.add(
                    ended == 1
                            ? Texts.of("EvictedPods.oneFinishedPod")
                            : Texts.of("EvictedPods.finishedPods", Counted.of(ended, "finished pod")));
        }
        return words;
    }
}
