// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to be known of a kind of workload, whatever its name. It comes with what is seen of an object of that kind.
 *
 * @param resource its plural, as in URLs; empty: not known
 * @param traits what holds for every object of the kind
 * @param fixed why its pods cannot be placed through it, as a part of a sentence; empty: they can
 */
public record WorkKind(String resource, List<Trait> traits, String fixed) {
    /** A kind of which nothing is known. */
    public static final WorkKind UNKNOWN = new WorkKind("", List.of(), "");

    /** A pod that nothing owns. */
    public static final WorkKind POD =
            new WorkKind("pods", List.of(Trait.SINGLE_POD, Trait.ADMITTED_BY_POD, Trait.EVICTED_SINGLY), "");

    /** What may hold for a kind. */
    public enum Trait {
        /** It is one pod that nothing owns. */
        SINGLE_POD,
        /** It ends by itself; without it, it runs until somebody stops it. */
        ENDS,
        /** It stands still, and does not wait, when it wants no pods. */
        KEEPS_RUNNING,
        /** It can be told not to run. */
        SUSPENDS,
        /** Kueue admits each of its pods, or each group of them, by itself: they wait at its gate. */
        ADMITTED_BY_POD,
        /** Kueue cannot stop it, or a part of it, and keep it in the queue: its pods are evicted one by one. */
        EVICTED_SINGLY,
        /** It makes pods anew whatever happens to them. */
        REPLACES_PODS,
        /** It counts the pods that it loses, but none that goes because it is suspended. */
        COUNTS_LOSSES,
        /** Its pods may know nothing of each other, even where its queue admits them together. */
        LOOSE,
        /** Its pods are all alike: none has a rank. */
        UNRANKED,
        /** The name of each of its pods ends with its rank. */
        RANKED_BY_NAME,
        /** It runs a pod on each node: what it owns is neither evicted nor placed. */
        EVERY_NODE,
        /** What it makes stands alone: each is a Job (batch/v1) of its own, not a part of it. */
        MAKES_JOBS
    }

    public WorkKind {
        traits = List.copyOf(traits);
    }

    /** Whether this holds for the kind. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Its parts, separated by slashes; the traits by commas. */
    public String text() {
        String all = traits.stream().map(Trait::name).collect(Collectors.joining(","));
        return resource + "/" + all + "/" + fixed;
    }

    /** Reads what {@link #text()} wrote. */
    public static WorkKind parse(String text) {
        String[] parts = text.split("/", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not what is known of a kind: " + text);
        }
        List<Trait> traits = parts[1].isEmpty()
                ? List.of()
                : Stream.of(parts[1].split(",")).map(Trait::valueOf).toList();
        return new WorkKind(parts[0], traits, parts[2]);
    }
}
