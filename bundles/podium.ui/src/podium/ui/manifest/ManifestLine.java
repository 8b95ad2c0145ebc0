// SPDX-License-Identifier: Apache-2.0
package podium.ui.manifest;

import java.util.Optional;
import podium.placement.Fit;
import podium.placement.Subject;

/**
 * One thing that a manifest holds, or one that is wrong with it, as a row.
 *
 * @param line where it is in the text, from 1
 * @param name of the object; empty: it is a flaw
 * @param tasks pods that come of it; 0: none
 * @param gpus that they ask for in all
 * @param words where it would fit, or what is wrong
 * @param fit the best answer of a node, or of the chosen place; empty: it makes no pods
 * @param subject the job as it would be; empty: it makes no pods, or is a flaw
 */
public record ManifestLine(
        int line,
        String name,
        String kind,
        int tasks,
        int gpus,
        String words,
        Optional<Fit> fit,
        Optional<Subject> subject) {
    /** True for something that is wrong. */
    public boolean isFlaw() {
        return name.isEmpty();
    }
}
