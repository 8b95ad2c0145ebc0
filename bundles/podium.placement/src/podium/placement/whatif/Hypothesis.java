// SPDX-License-Identifier: Apache-2.0
package podium.placement.whatif;

import podium.core.text.CleanText;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Queue;
import podium.placement.Target;
import podium.placement.texts.Texts;

/** One change of a what-if question: nodes down, a job submitted, nodes added, another quota. */
public sealed interface Hypothesis {
    /** The words an operator types for it; read back by {@link HypothesisReader}. */
    String text();

    /** The machines there are gone, and what ran on them with them. */
    record Down(Target where) implements Hypothesis {
        @Override
        public String text() {
            return "down "
                    + switch (where) {
                        case Target.OnNode on -> CleanText.clean(on.node().getName());
                        case Target.OnDomain on -> domain(on.domain());
                    };
        }

        /** As it is typed: rack/a2, but rack-1. */
        private static String domain(Domain domain) {
            String name = CleanText.clean(domain.getName());
            return CleanText.domain(domain.getLevel(), name).equals(name) ? name : domain.getLevel() + "/" + name;
        }
    }

    /**
     * More machines of a kind that is there, next to it in the network, empty.
     *
     * @param count at least 1
     */
    record Add(Node like, int count) implements Hypothesis {
        @Override
        public String text() {
            return "add " + count + " like " + CleanText.clean(like.getName());
        }
    }

    /**
     * A gang is submitted.
     *
     * @param tasks at least 1
     * @param gpus of each task, at least 1
     * @param priorityClass empty: the default of the cluster
     */
    record Submit(int tasks, int gpus, String priorityClass) implements Hypothesis {
        /** One that names no class of priority. */
        public Submit(int tasks, int gpus) {
            this(tasks, gpus, "");
        }

        @Override
        public String text() {
            return "submit " + tasks + "x" + gpus
                    + (priorityClass.isEmpty() ? "" : " priority " + CleanText.clean(priorityClass));
        }
    }

    /**
     * A queue has another quota.
     *
     * @param resource name as in requests
     * @param amount in the unit of the resource
     */
    record Quota(Queue queue, String resource, long amount) implements Hypothesis {
        @Override
        public String text() {
            boolean usual = queue.getCluster() != null && resource.equals(HypothesisReader.device(queue));
            return Texts.of("Hypothesis.quota", CleanText.clean(queue.getName()), usual ? "" : resource + " ", amount);
        }
    }
}
