// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.ui.toolkit.Formats;
import podium.ui.topology.texts.Texts;

/**
 * How many slots of one size each cluster and domain has, as the Slots part counts them.
 *
 * @param size of a slot in GPUs, at least 1
 * @param counts by cluster and domain; what is missing is not known
 * @param slices how many TPU slices of several hosts are free, in words; nothing of what has none
 */
public record SlotCounts(int size, Map<EObject, Integer> counts, Map<EObject, String> slices) {
    /** The size that is counted while no job is carried: a whole node of the usual kind. */
    public static final int USUAL = 8;

    public static final SlotCounts NONE = new SlotCounts(USUAL, Map.of());

    public SlotCounts {
        counts = new IdentityHashMap<>(counts);
        slices = new IdentityHashMap<>(slices);
    }

    /** Where there are no TPU slices. */
    public SlotCounts(int size, Map<EObject, Integer> counts) {
        this(size, counts, Map.of());
    }

    /** "3 slots of 8, 1/2 TPU slices free"; empty: not known. */
    public String words(EObject of) {
        @Nullable Integer count = counts.get(of);
        if (count == null) {
            return "";
        }
        String slots = count == 0
                ? Texts.of("SlotCounts.noSlotOf", size)
                : Texts.of("SlotCounts.slotsOfSize", Formats.counted(count, "slot"), size);
        String tpus = slices.getOrDefault(of, "");
        return tpus.isEmpty() ? slots : slots + ", " + tpus;
    }

    /** True when it says another thing of a box than another one. */
    public boolean differs(SlotCounts other, EObject of) {
        return !words(of).equals(other.words(of));
    }
}
