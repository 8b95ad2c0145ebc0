// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import podium.core.dra.ClaimSpec;
import podium.placement.texts.Texts;

/**
 * A claim to be met.
 *
 * @param name of the claim, or what the pod calls it
 * @param words how it is called: "claim two-gpus"
 * @param once several pods share it: devices are found for it once
 */
public record ClaimToAllocate(String name, String words, ClaimSpec spec, boolean once) {
    /** A claim that goes by its name. */
    public ClaimToAllocate(String name, ClaimSpec spec, boolean once) {
        this(name, words(name), spec, once);
    }

    /** A claim of this name in words. */
    public static String words(String name) {
        return Texts.of("ClaimToAllocate.claim", name);
    }
}
