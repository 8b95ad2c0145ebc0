// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Node;
import podium.model.value.Labels;
import podium.model.value.Resources;

/**
 * The NPUs of one board of Ascend, which are wired in groups: Ascend's plugin of Volcano refuses numbers that would cross them,
 * and puts what fits into a group into one. Source: component/ascend-for-volcano/internal/npu of Ascend/mind-cluster
 * (module910x8, module910bx16, module910a3x16) and "affinity scheduling" of its manual. A board that is wired through has no
 * line.
 *
 * @param group NPUs of a group
 * @param words how many a task may ask for, in words
 */
public record AscendBoard(int group, String words, IntPredicate takes) {
    private static final String TYPE = "accelerator-type";
    private static final String NPU = "huawei.com/Ascend";

    private static final AscendBoard PAIRS =
            new AscendBoard(2, "an even number, or 1 where it is the job's only task", count -> count % 2 == 0);

    /** By the label that Ascend's operator writes. */
    private static final Map<String, AscendBoard> BOARDS = Map.of(
            "module",
            new AscendBoard(4, "1, 2, 4 or 8", count -> List.of(1, 2, 4, 8).contains(count)),
            "module-910b-16",
            new AscendBoard(8, "up to 8, 10, 12, 14 or 16", count -> count <= 8 || count % 2 == 0),
            "module-a3-16",
            PAIRS,
            "module-a3-16-super-pod",
            PAIRS);

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
            if (name.startsWith(NPU)
                    && AcceleratorKind.of(name).filter(kind -> !kind.slice()).isPresent()) {
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
            return Optional.of("its NPUs are wired in groups of " + group + ": of those a task takes " + words
                    + ", and it asks for " + asked);
        }
        return asked <= group && !hasGroup(node, asked)
                ? Optional.of("no group of " + group + " NPUs that are wired together has " + asked + " free")
                : Optional.empty();
    }

    /** True where it is not known which are held, too. */
    private boolean hasGroup(Node node, int asked) {
        List<AcceleratorState> states = Holdings.states(node);
        if (states.size() <= group) {
            return true;
        }
        for (int from = 0; from < states.size(); from += group) {
            long room = states.subList(from, Math.min(states.size(), from + group)).stream()
                    .filter(state -> state == AcceleratorState.FREE || state == AcceleratorState.UNKNOWN_WHICH)
                    .count();
            if (room >= asked) {
                return true;
            }
        }
        return false;
    }
}
