// SPDX-License-Identifier: Apache-2.0
package podium.operation.rule;

import podium.operation.plan.Plan;
import podium.operation.texts.Texts;

/**
 * Where a second person must approve. Written as CLUSTER: what cannot be undone; or CLUSTER all: every plan. What takes another
 * plan back needs none: who made a mistake must not wait to mend it. A * stands for any text.
 *
 * @param cluster names of clusters it holds for
 * @param all true: every plan; false: only what cannot be undone
 */
public record ApprovalScope(Glob cluster, boolean all) {
    private static final String ALL = "all";

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none; its message is a sentence for the operator
     */
    public static ApprovalScope parse(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length > 2 || words[0].isEmpty() || words.length == 2 && !words[1].equals(ALL)) {
            throw new IllegalArgumentException(Texts.of("ApprovalScope.namesNoClustersWrite", text.strip()));
        }
        return new ApprovalScope(new Glob(words[0]), words.length == 2);
    }

    /** True when a plan needs an approval. */
    public boolean covers(Plan plan) {
        boolean lasting = !plan.irreversible().isEmpty() || !plan.canUndo();
        return !plan.kind().equals("undo")
                && (all || lasting)
                && plan.cluster().names().stream().anyMatch(cluster::matches);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return cluster + (all ? " " + ALL : "");
    }
}
