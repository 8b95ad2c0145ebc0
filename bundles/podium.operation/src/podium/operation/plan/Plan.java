// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import java.util.List;
import podium.core.change.ClusterId;

/**
 * What an operation will do, shown whole before anything is sent.
 *
 * @param kind place, drain, cordon, uncordon, suspend ...
 * @param effects what happens to whom, in words: restarts, deletions, rollouts
 * @param irreversible what cannot be taken back, in words; empty: all of it can
 * @param changes before and after of each object, for the diff
 * @param undo steps that take it all back after success; empty: it cannot be undone
 */
public record Plan(
        ClusterId cluster,
        String kind,
        String title,
        List<Step> steps,
        List<String> effects,
        List<String> irreversible,
        List<ObjectChange> changes,
        List<Step> undo) {
    public Plan {
        steps = List.copyOf(steps);
        effects = List.copyOf(effects);
        irreversible = List.copyOf(irreversible);
        changes = List.copyOf(changes);
        undo = List.copyOf(undo);
    }

    /** The same plan by another title. */
    public Plan titled(String other) {
        return new Plan(cluster, kind, other, steps, effects, irreversible, changes, undo);
    }

    public boolean canUndo() {
        return !undo.isEmpty();
    }
}
