// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;

/**
 * What an operation will do, shown whole before anything is sent.
 *
 * @param kind place, drain, cordon, uncordon, suspend ...
 * @param effects what happens to whom, in words: restarts, deletions, rollouts
 * @param irreversible what cannot be taken back, in words; empty: all of it can
 * @param changes before and after of each object, for the diff
 * @param undo steps that take it all back after success; empty: it cannot be undone
 * @param then what is done in another cluster after it, as an operation of its own: this one is done when that is; empty: nothing
 */
public record Plan(
        ClusterId cluster,
        String kind,
        String title,
        List<Step> steps,
        List<String> effects,
        List<String> irreversible,
        List<ObjectChange> changes,
        List<Step> undo,
        Optional<Plan> then) {
    private static final String GOES_ON = "resume ";

    public Plan {
        steps = List.copyOf(steps);
        effects = List.copyOf(effects);
        irreversible = List.copyOf(irreversible);
        changes = List.copyOf(changes);
        undo = List.copyOf(undo);
    }

    /** A plan that nothing follows elsewhere. */
    public Plan(
            ClusterId cluster,
            String kind,
            String title,
            List<Step> steps,
            List<String> effects,
            List<String> irreversible,
            List<ObjectChange> changes,
            List<Step> undo) {
        this(cluster, kind, title, steps, effects, irreversible, changes, undo, Optional.empty());
    }

    /** The same plan, and after it another one in another cluster. */
    public Plan then(Plan other) {
        return new Plan(cluster, kind, title, steps, effects, irreversible, changes, undo, Optional.of(other));
    }

    /** The kind of what is left of a plan, so that neither the act of resuming a job is meant nor its own kind forgotten. */
    public static String goingOn(String kind) {
        return GOES_ON + kind;
    }

    /** Whether this is what is left of a plan that stopped in the middle. */
    public boolean goesOn() {
        return kind.startsWith(GOES_ON);
    }

    /** Its kind, of what is left of a plan that of the plan. */
    public String firstKind() {
        return goesOn() ? kind.substring(GOES_ON.length()) : kind;
    }

    /** The same plan by another title. */
    public Plan titled(String other) {
        return new Plan(cluster, kind, other, steps, effects, irreversible, changes, undo, then);
    }

    /** The same plan with other words on what happens to whom. */
    public Plan withEffects(List<String> other) {
        return new Plan(cluster, kind, title, steps, other, irreversible, changes, undo, then);
    }

    /** The same plan with other words on what cannot be undone. */
    public Plan withIrreversible(List<String> other) {
        return new Plan(cluster, kind, title, steps, effects, other, changes, undo, then);
    }

    /** Whether it has the controllers of its objects replace pods, which may run. */
    public boolean rolls() {
        return steps.stream()
                .anyMatch(step -> step instanceof Step.Await await
                        && (await.expectation() instanceof Expectation.PodsRolled
                                || await.expectation() instanceof Expectation.RolledOut));
    }

    public boolean canUndo() {
        return !undo.isEmpty();
    }

    /** What its steps write or wait for; pods that it evicts are none of them. */
    public Set<ObjectRef> objects() {
        return steps.stream()
                .flatMap(step -> step instanceof Step.Await await
                        ? Stream.of(await.target())
                        : Step.writes(List.of(step)).map(ApiWrite::target))
                .collect(Collectors.toUnmodifiableSet());
    }
}
