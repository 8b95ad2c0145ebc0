// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

/**
 * A topology spread constraint.
 *
 * @param hard whenUnsatisfiable is DoNotSchedule
 * @param minDomains least number of domains for the emptiest of them to count; fewer: it counts as 0 pods
 * @param inclusion which nodes make up the domains
 * @param keys labels of the pod itself that narrow the selector
 */
public record Spread(
        String topologyKey,
        int maxSkew,
        boolean hard,
        LabelSelector selector,
        int minDomains,
        Inclusion inclusion,
        LabelKeys keys) {

    /**
     * Which nodes count (KEP-3094).
     *
     * @param affinity only those that node selector and affinity allow; the API's default
     * @param taints only those whose taints are tolerated; not so by default
     */
    public record Inclusion(boolean affinity, boolean taints) {
        /** What the API takes when nothing is said. */
        public static final Inclusion USUAL = new Inclusion(true, false);
    }

    /** A constraint with the API's defaults. */
    public Spread(String topologyKey, int maxSkew, boolean hard, LabelSelector selector) {
        this(topologyKey, maxSkew, hard, selector, 1, Inclusion.USUAL, LabelKeys.NONE);
    }
}
