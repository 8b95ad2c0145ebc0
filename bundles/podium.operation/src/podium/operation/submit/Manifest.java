// SPDX-License-Identifier: Apache-2.0
package podium.operation.submit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import podium.core.api.ObjectRef;
import podium.model.value.Labels;
import podium.model.value.TaskSpec;
import podium.operation.texts.Texts;

/**
 * What the documents of a manifest hold.
 *
 * @param items the objects in the order in which they are created
 * @param flaws what is wrong; with any of them nothing of it is submitted
 */
public record Manifest(List<Item> items, List<Flaw> flaws) {
    /** Nothing was given. */
    public static final Manifest EMPTY = new Manifest(List.of(), List.of());

    public Manifest {
        items = List.copyOf(items);
        flaws = List.copyOf(flaws);
    }

    /** The items that make pods. */
    public List<Item> jobs() {
        return items.stream().filter(item -> item.work().isPresent()).toList();
    }

    /**
     * A place in what was given.
     *
     * @param source name of the file; empty: it was pasted
     * @param document number of the document in it, from 1
     * @param line in the source, from 1
     */
    public record At(String source, int document, int line) {
        /** e.g. "train.yaml, line 14". */
        public String words() {
            return source.isEmpty() ? Texts.of("Manifest.line", line) : Texts.of("Manifest.lineOfFile", source, line);
        }
    }

    /**
     * One object.
     *
     * @param body as its author wrote it, in JSON, with its name and namespace
     * @param work the pods that come of it; empty: none do, it is something that jobs need
     */
    public record Item(At at, ObjectRef ref, String body, Optional<Work> work) {
        /** e.g. "Job team/train". */
        public String words() {
            return ref.kind() + " " + (ref.namespace().isEmpty() ? "" : ref.namespace() + "/") + ref.name();
        }
    }

    /**
     * What an object makes pods of.
     *
     * @param groups its templates, the ones first that ask for most devices
     * @param minimum least pods that make sense together; empty: it is no gang
     * @param queue name of its queue; empty: none
     * @param priority by which that queue orders it; empty: by that of its pods
     * @param notHeld why it cannot be held; empty: it can
     * @param notPlaced why it cannot be pinned; empty: it can
     */
    public record Work(
            List<Group> groups,
            OptionalInt minimum,
            String queue,
            OptionalInt priority,
            Optional<String> notHeld,
            Optional<String> notPlaced) {
        public Work {
            groups = List.copyOf(groups);
        }

        /** One whose queue goes by the priority of its pods. */
        public Work(
                List<Group> groups,
                OptionalInt minimum,
                String queue,
                Optional<String> notHeld,
                Optional<String> notPlaced) {
            this(groups, minimum, queue, OptionalInt.empty(), notHeld, notPlaced);
        }

        /** Pods in all. */
        public int tasks() {
            return (int) Math.min(
                    Integer.MAX_VALUE, groups.stream().mapToLong(Group::tasks).sum());
        }
    }

    /**
     * Pods of one template.
     *
     * @param role what its owner calls them
     * @param labels that the pods get
     */
    public record Group(String role, int tasks, TaskSpec spec, Labels labels) {}

    /**
     * Something wrong.
     *
     * @param problem what, in a sentence
     * @param advice what to do, in a sentence
     */
    public record Flaw(At at, String problem, String advice) {
        /** All of it in a line. */
        public String words() {
            return at.words() + ": " + problem + " " + advice;
        }
    }
}
