// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.IntFunction;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.internal.plan.TestedPatch;
import podium.kubernetes.texts.Texts;

/**
 * Where an object keeps its number of replicas.
 *
 * @param now the number
 * @param unit what is counted
 * @param each how many pods one of them is; 0: no number of pods follows
 * @param most pods that there ever are, whatever the number
 * @param besides pods that are selected with them and are none of them
 * @param observed JSON pointer to the number its controller has reached; empty: none is told
 * @param change what sets it to a number; the number of now takes that back
 */
public record Replicas(
        int now, Unit unit, int each, int most, int besides, String observed, IntFunction<Change> change) {
    /** What is counted. */
    public enum Unit {
        POD,
        WORKER,
        GROUP,
        REPLICA_AT_LEAST;

        /** So many of it: 1 pod, 3 pods. */
        public String of(int number) {
            return switch (this) {
                case POD -> Counted.of(number, "pod");
                case WORKER -> Counted.of(number, "worker");
                case GROUP -> Counted.of(number, "group");
                case REPLICA_AT_LEAST -> Counted.of(number, "replica at least");
            };
        }

        /** So many more of it: 1 more pod, 3 more pods. */
        public String more(int number) {
            return switch (this) {
                case POD -> Counted.of(number, "more pod");
                case WORKER -> Counted.of(number, "more worker");
                case GROUP -> Counted.of(number, "more group");
                case REPLICA_AT_LEAST -> Counted.of(number, "more replica at least");
            };
        }
    }

    /** One of which no number of pods follows. */
    public Replicas(int now, Unit unit, String observed, IntFunction<Change> change) {
        this(now, unit, 0, Integer.MAX_VALUE, 0, observed, change);
    }

    /** The same, where each of what is counted is this many pods. */
    public Replicas of(int pods) {
        return new Replicas(now, unit, pods, most, besides, observed, change);
    }

    /** The same, where there are never more pods than this. */
    public Replicas upTo(int pods) {
        return new Replicas(now, unit, each, Math.max(0, pods), besides, observed, change);
    }

    /** The same, where others are selected with them. */
    public Replicas besides(int pods) {
        return new Replicas(now, unit, each, most, pods, observed, change);
    }

    /** Pods there are at a number; 0: none follows. */
    public int pods(int number) {
        return Math.clamp((long) number * each, 0, most);
    }

    /** A change of the object as it was read. */
    public sealed interface Change {}

    /** Fields that are merged in. */
    public record Merge(ObjectNode there, ObjectNode back) implements Change {}

    /** Operations which test what they change. */
    public record Tested(TestedPatch patch) implements Change {}

    /** A number at a place of its own. */
    public static Replicas at(JsonNode owner, List<String> path, Unit unit, String observed) {
        JsonNode field = owner;
        for (String name : path) {
            field = field.path(name);
        }
        int now = field.asInt(1);
        return new Replicas(now, unit, observed, to -> new Merge(tree(path, to), tree(path, now)));
    }

    /** The number of the one element of a list: which of several is meant cannot be told from a number. */
    public static Replicas element(JsonNode owner, String list, String nameField, Unit unit) throws Refusal {
        int count = owner.path("spec").path(list).size();
        if (count != 1) {
            throw new Refusal(
                    Texts.of("Replicas.hasANumberAlone", Trees.text(owner, "/metadata/name"), count, list),
                    Texts.of("Replicas.changeSpecInItsManifest", list));
        }
        int now = owner.path("spec").path(list).path(0).path("replicas").asInt(1);
        String at = "/spec/" + list + "/0/";
        return new Replicas(
                now,
                unit,
                "",
                to -> new Tested(
                        new TestedPatch(owner).guard(at + nameField).set(at + "replicas", IntNode.valueOf(to))));
    }

    private static ObjectNode tree(List<String> path, int number) {
        ObjectNode root = Trees.object();
        ObjectNode at = root;
        for (String field : path.subList(0, path.size() - 1)) {
            at = at.putObject(field);
        }
        at.put(path.getLast(), number);
        return root;
    }
}
