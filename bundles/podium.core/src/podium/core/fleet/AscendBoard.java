// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.texts.Texts;
import podium.model.fleet.Node;
import podium.model.fleet.Vendor;
import podium.model.value.Labels;
import podium.model.value.Resources;

/**
 * The NPUs of one board of Ascend, which are wired in groups: Ascend's plugin of Volcano refuses numbers that would cross them,
 * and puts what fits into a group into one. Source: component/ascend-for-volcano/internal/npu of Ascend/mind-cluster
 * (module910x8, module910bx16, module910a3x16, chip4nodex) and "affinity scheduling" of its manual; which label is which board: its
 * table of huawei.com/schedule_policy. Boards that are wired through (module-910b-8, 850-Atlas-8p-8, 950-SuperPod-Atlas-8) and cards
 * that are wired to none (card, 350-Atlas-8) have no line.
 *
 * @param group NPUs of a group
 * @param whole true where a number that groups divide takes whole groups
 * @param words how many a task may ask for, in words
 */
public record AscendBoard(int group, boolean whole, String words, IntPredicate takes) {
    private static final String TYPE = "accelerator-type";

    private static final AscendBoard PAIRS =
            new AscendBoard(2, true, Texts.of("AscendBoard.anEvenNumberOr"), count -> count % 2 == 0);
    private static final AscendBoard BRIDGES =
            new AscendBoard(4, true, Texts.of("AscendBoard.anyNumber"), count -> true);

    /** By the label that Ascend's operator writes. */
    private static final Map<String, AscendBoard> BOARDS = Map.of(
            "module",
            new AscendBoard(4, false, Texts.of("AscendBoard.oneTwoFourOrEight"), List.of(1, 2, 4, 8)::contains),
            "half",
            new AscendBoard(4, false, Texts.of("AscendBoard.oneTwoOrFour"), List.of(1, 2, 4)::contains),
            "module-910b-16",
            new AscendBoard(
                    8, false, Texts.of("AscendBoard.upToEightOrAnEvenNumber"), count -> count <= 8 || count % 2 == 0),
            "module-a3-16",
            PAIRS,
            "module-a3-16-super-pod",
            PAIRS,
            "module-a3-8-super-pod",
            PAIRS,
            "350-Atlas-4p-8",
            BRIDGES,
            "350-Atlas-4p-16",
            BRIDGES);

    /** The board of a node; empty: it has none whose groups matter. */
    public static Optional<AscendBoard> of(Node node) {
        @Nullable Labels labels = node.getLabels();
        return labels == null
                ? Optional.empty()
                : labels.get(TYPE).flatMap(type -> Optional.ofNullable(BOARDS.get(type)));
    }

    /** Whole NPUs that a task asks for. */
    public static int asked(Resources requests) {
        int[] sum = {0};
        requests.forEach((name, amount) -> {
            if (AcceleratorKind.of(name)
                    .filter(kind -> kind.vendor() == Vendor.ASCEND && !kind.slice())
                    .isPresent()) {
                sum[0] += (int) Math.min(amount, 1 << 20);
            }
        });
        return sum[0];
    }

    /**
     * What is to be said of so many NPUs there for each task; empty: nothing stands against them.
     *
     * @param tasks of the job
     */
    public Optional<String> condition(Node node, int asked, int tasks) {
        boolean single = asked == 1 && tasks == 1;
        if (!single && !takes.test(asked)) {
            return Optional.of(Texts.of("AscendBoard.itsNpusAreWired", group, words, asked));
        }
        List<AcceleratorState> states = Holdings.states(node);
        if (states.size() <= group) {
            return Optional.empty();
        }
        if (asked <= group) {
            return groups(states, asked) > 0
                    ? Optional.empty()
                    : Optional.of(Texts.of("AscendBoard.noGroupOfNpus", group, asked));
        }
        int free = groups(states, group);
        return !whole || asked % group > 0 || free >= asked / group
                ? Optional.empty()
                : Optional.of(
                        free == 1
                                ? Texts.of("AscendBoard.oneGroupIsFree", group, asked / group)
                                : Texts.of("AscendBoard.someGroupsAreFree", group, free, asked / group));
    }

    /** Groups with so many that are free; those of which it is not known whether they are held or offered count as free. */
    private int groups(List<AcceleratorState> states, int asked) {
        int groups = 0;
        for (int from = 0; from < states.size(); from += group) {
            long room = states.subList(from, Math.min(states.size(), from + group)).stream()
                    .filter(state -> state == AcceleratorState.FREE
                            || state == AcceleratorState.UNKNOWN_WHICH
                            || state == AcceleratorState.WITHHELD_WHICH)
                    .count();
            groups += room >= asked ? 1 : 0;
        }
        return groups;
    }
}
