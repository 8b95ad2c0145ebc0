// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answer for one target.
 *
 * @param tasksThatFit how many of the subject's tasks the target takes; 0 where it fits only by evicting others
 * @param score 0 to 1, higher is better; comparable between targets of one subject only
 * @param why each names the rule and the numbers, e.g. "needs 8 GPUs, 6 free; 2 held by llm-eval-7"; empty when it fits
 * @param evicts who evicts whom for it, one each, e.g. "kube-scheduler evicts pod team/llm-eval-7 (batch, priority 0, 8 GPUs)"
 *     and what is lost with it
 * @param cost what evicting by kube-scheduler costs there, to compare with other places; empty: it evicts nobody
 */
public record Verdict(
        Fit fit, int tasksThatFit, double score, List<Reason> why, List<String> evicts, Optional<PreemptionCost> cost) {
    /** The better place first: what fits, then where evicting others costs least, the better score, and where more tasks fit. */
    public static final Comparator<Verdict> BEST_FIRST = Comparator.comparing(Verdict::fit)
            .thenComparing(Verdict::compareCosts)
            .thenComparing(Comparator.comparingDouble(Verdict::score).reversed())
            .thenComparing(Comparator.comparingInt(Verdict::tasksThatFit).reversed());

    private static int compareCosts(Verdict one, Verdict other) {
        return one.cost.isPresent() && other.cost.isPresent()
                ? one.cost.get().compareTo(other.cost.get())
                : Boolean.compare(one.cost.isPresent(), other.cost.isPresent());
    }

    public Verdict {
        why = List.copyOf(why);
        evicts = List.copyOf(evicts);
    }

    public Verdict(Fit fit, int tasksThatFit, double score, List<Reason> why, List<String> evicts) {
        this(fit, tasksThatFit, score, why, evicts, Optional.empty());
    }

    public Verdict(Fit fit, List<String> reasons, int tasksThatFit, double score, List<String> evicts) {
        this(fit, tasksThatFit, score, reasons.stream().map(Reason::of).toList(), evicts);
    }

    /** One for which nobody is evicted. */
    public Verdict(Fit fit, List<String> reasons, int tasksThatFit, double score) {
        this(fit, reasons, tasksThatFit, score, List.of());
    }

    /** The same place with another fit, for these reasons. */
    public Verdict saying(Fit other, List<Reason> reasons, List<String> victims) {
        return new Verdict(other, tasksThatFit, score, reasons, victims, cost);
    }

    /** True where it goes only when somebody places it anew: a pin, or what a queue decided, holds it elsewhere until then. */
    public boolean isHeld() {
        return why.stream().anyMatch(reason -> reason.kind() == Reason.Kind.HELD);
    }

    /** The same while it waits: what holds it elsewhere binds until somebody places it anew. */
    public Verdict asHeld() {
        return why.stream()
                .filter(reason -> reason.kind() == Reason.Kind.HELD)
                .findFirst()
                .map(reason -> new Verdict(Fit.DOES_NOT_FIT, List.of(reason.rule()), 0, 0))
                .orElse(this);
    }

    /** Why, in words. */
    public List<String> reasons() {
        return why.stream().map(Reason::words).toList();
    }
}
