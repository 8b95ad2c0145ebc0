// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.eclipse.emf.ecore.EObject;
import podium.ui.toolkit.Formats;
import podium.ui.topology.texts.Texts;

/**
 * How many slots each cluster and domain has, in words, as the Slots part counts them. Each cluster has its own size of a slot.
 *
 * @param all by cluster and domain; what is missing is not known
 */
public record SlotCounts(Map<EObject, String> all) {
    /** The size that is counted while no job is carried: a whole node of the usual kind. */
    public static final int USUAL = 8;

    public static final SlotCounts NONE = new SlotCounts(Map.of());

    public SlotCounts {
        all = new IdentityHashMap<>(all);
    }

    /**
     * Those of one cluster.
     *
     * @param size of a slot in GPUs, at least 1
     * @param counts by cluster and domain
     * @param slices how many TPU slices of several hosts are free, in words; nothing of what has none
     */
    public static SlotCounts of(int size, Map<EObject, Integer> counts, Map<EObject, String> slices) {
        return of(counts, slices, count -> words(size, count));
    }

    /** Those that take a task of what is carried. */
    public static SlotCounts forCarried(int size, Map<EObject, Integer> counts, Map<EObject, String> slices) {
        return of(counts, slices, count -> Texts.of("SlotCounts.forIt", words(size, count)));
    }

    private static SlotCounts of(Map<EObject, Integer> counts, Map<EObject, String> slices, IntFunction<String> words) {
        Map<EObject, String> all = new IdentityHashMap<>();
        counts.forEach((of, count) -> {
            String parts = slices.getOrDefault(of, "");
            all.put(of, parts.isEmpty() ? words.apply(count) : words.apply(count) + ", " + parts);
        });
        return new SlotCounts(all);
    }

    /** These and those of another cluster. */
    public SlotCounts and(SlotCounts other) {
        SlotCounts both = new SlotCounts(all);
        both.all.putAll(other.all);
        return both;
    }

    /** "3 slots of 8, 1/2 TPU slices free"; empty: not known. */
    public String words(EObject of) {
        return all.getOrDefault(of, "");
    }

    private static String words(int size, int count) {
        return count == 0
                ? Texts.of("SlotCounts.noSlotOf", size)
                : Texts.of("SlotCounts.slotsOfSize", Formats.counted(count, "slot"), size);
    }

    /** True when it says another thing of a box than another one. */
    public boolean differs(SlotCounts other, EObject of) {
        return !words(of).equals(other.words(of));
    }
}
