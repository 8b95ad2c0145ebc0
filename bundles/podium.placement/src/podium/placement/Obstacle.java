// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Node;
import podium.model.fleet.Queue;
import podium.model.fleet.Task;
import podium.placement.texts.Texts;

/**
 * One thing a waiting job waits for, in the same words whoever holds it back.
 *
 * @param by who holds it back
 * @param words with the numbers
 * @param cure what would end it; empty: nothing but time
 * @param said what the words quote and when it was said; empty: they are of now, or that is not told
 */
public record Obstacle(By by, String words, Optional<Cure> cure, Optional<Quote> said) {
    /** A sentence of somebody else, as it was then. */
    public record Quote(String sentence, Instant at) {}

    public Obstacle(By by, String words, Optional<Cure> cure) {
        this(by, words, cure, Optional.empty());
    }

    /** Who holds a job back. */
    public enum By {
        PERSON(""),
        GATE(""),
        /** No pods are made of it: to place it would do nothing. */
        CREATION(""),
        QUOTA(Texts.of("Obstacle.quota")),
        /** A queue that lets nothing in, or is not there. */
        QUEUE(Texts.of("Obstacle.queue")),
        /** A ResourceQuota: the server refuses the pods that go beyond it. */
        NAMESPACE(Texts.of("Obstacle.quota")),
        SCHEDULER(Texts.of("Obstacle.scheduler")),
        KUEUE("Kueue"),
        VOLCANO("Volcano"),
        KAI("KAI"),
        DEVICES(Texts.of("Obstacle.scheduler"));

        private final String word;

        By(String word) {
            this.word = word;
        }

        /** In a word; empty: what is said of it names it. */
        public String word() {
            return word;
        }

        /** Whether it is a queue or a quota, of one or of a namespace. */
        public boolean isQuota() {
            return this == QUOTA || this == QUEUE || this == NAMESPACE;
        }
    }

    /** What would end it. */
    public sealed interface Cure {
        /** The act in a few words, for a link. */
        String words();

        /** The cure, or that which makes room for a part only, by itself. */
        static Cure of(Cure cure, int room, int tasks) {
            return room < tasks ? new Partly(cure, room, tasks) : cure;
        }

        /** The same, after which the job still waits for something else. */
        static Cure leaving(Cure cure, String still) {
            return cure instanceof WhichCluster
                    ? cure
                    : cure instanceof Partly partly
                            ? new Partly(partly.cure(), Texts.of("Obstacle.both", partly.still(), still))
                            : new Partly(cure, still);
        }

        /** Resuming the job. */
        record Resume() implements Cure {
            @Override
            public String words() {
                return Texts.of("Obstacle.resumeIt");
            }
        }

        /** Placing it by hand. */
        record Place() implements Cure {
            @Override
            public String words() {
                return Texts.of("Obstacle.placeIt");
            }
        }

        /** Bringing nodes back into service. */
        record Uncordon(List<Node> nodes) implements Cure {
            public Uncordon {
                nodes = List.copyOf(nodes);
            }

            @Override
            public String words() {
                return Texts.of(
                        "Obstacle.uncordon",
                        nodes.size() == 1 ? nodes.getFirst().getName() : Counted.of(nodes.size(), "node"));
            }
        }

        /**
         * Moving others, so that GPUs are free together.
         *
         * @param gpus on one node
         * @param nodes how many nodes more have to have as many free
         * @param among nodes that lack nothing but GPUs
         * @param kept nodes that have room already, which it needs too
         */
        record Free(int gpus, int nodes, List<Node> among, List<Node> kept) implements Cure {
            public Free {
                among = List.copyOf(among);
                kept = List.copyOf(kept);
            }

            @Override
            public String words() {
                return nodes == 1
                        ? Texts.of("Obstacle.freeOnOneMoreNode", Counted.of(gpus, "GPU"))
                        : Texts.of("Obstacle.freeOnMoreNodes", Counted.of(gpus, "GPU"), nodes);
            }
        }

        /** Moving pods that hold no GPU, and what is missing beside free GPUs. */
        record MoveOff(List<Task> tasks) implements Cure {
            public MoveOff {
                tasks = List.copyOf(tasks);
            }

            @Override
            public String words() {
                List<String> jobs = tasks.stream()
                        .map(task -> task.getJob() == null
                                ? task.getName()
                                : task.getJob().getName())
                        .distinct()
                        .map(CleanText::clean)
                        .toList();
                return jobs.size() == 1
                        ? Texts.of("Obstacle.moveThoseOfJobOff", jobs.getFirst(), Counted.noun(tasks.size(), "pod"))
                        : Texts.of("Obstacle.moveOff", Counted.of(tasks.size(), "pod"));
            }
        }

        /** A larger quota, to be supposed first: Podium does not write quotas. */
        record Quota(Queue queue, String resource, long amount) implements Cure {
            @Override
            public String words() {
                return Texts.of("Obstacle.tryAQuotaOf", amount);
            }
        }

        /**
         * Writing the job anew, where it asks for what there is not.
         *
         * @param what is written anew, in words
         * @param field of the manifest
         * @param suspendFirst its template is not to be written while pods are made of it
         */
        record Edit(String what, String field, boolean suspendFirst) implements Cure {
            @Override
            public String words() {
                return suspendFirst ? Texts.of("Obstacle.suspendThenEdit", what) : Texts.of("Obstacle.edit", what);
            }
        }

        /** Comparing the open clusters for it. */
        record WhichCluster() implements Cure {
            @Override
            public String words() {
                return Texts.of("Obstacle.compareTheClusters");
            }
        }

        /** Giving up what its queue has assigned to it. */
        record Requeue() implements Cure {
            @Override
            public String words() {
                return Texts.of("Obstacle.requeueIt");
            }
        }

        /**
         * One after which the job still waits.
         *
         * @param still for what, in words
         * @param room tasks that there is room for then; 0: that is not what it waits for
         * @param with the other part, where both together make room for all of it
         */
        record Partly(Cure cure, String still, int room, Optional<Cure> with) implements Cure {
            /** One after which it waits for something else than room. */
            public Partly(Cure cure, String still) {
                this(cure, still, 0, Optional.empty());
            }

            /**
             * One that makes room for more of it, and not for all.
             *
             * @param room tasks that there is room for then
             * @param tasks of the job that wait
             */
            public Partly(Cure cure, int room, int tasks) {
                this(cure, Texts.of("Obstacle.roomFor", room, tasks, tasks - room), room, Optional.empty());
            }

            /** The same, which says that with the other part there is room for all of it. */
            public Partly beside(Partly other) {
                return new Partly(cure, still, room, Optional.of(other.cure()));
            }

            @Override
            public String words() {
                return with.map(other -> Texts.of("Obstacle.together", cure.words(), other.words()))
                        .orElseGet(() -> Texts.of("Obstacle.stillWaits", cure.words(), still));
            }
        }

        /** Something to be done elsewhere. */
        record Elsewhere(String words) implements Cure {}
    }

    /** Two kinds of obstacles, of which each is left when the other is cured. */
    public static List<Obstacle> both(List<Obstacle> some, List<Obstacle> others) {
        return some.isEmpty() || others.isEmpty()
                ? Stream.concat(some.stream(), others.stream()).toList()
                : Stream.concat(
                                some.stream().map(one -> one.leaving(others.getFirst())),
                                others.stream().map(one -> one.leaving(some.getFirst())))
                        .toList();
    }

    private Obstacle leaving(Obstacle other) {
        return new Obstacle(by, words, cure.map(act -> Cure.leaving(act, other.words())));
    }

    public static Obstacle of(By by, String words) {
        return new Obstacle(by, words, Optional.empty());
    }

    public static Obstacle of(By by, String words, Cure cure) {
        return new Obstacle(by, words, Optional.of(cure));
    }
}
