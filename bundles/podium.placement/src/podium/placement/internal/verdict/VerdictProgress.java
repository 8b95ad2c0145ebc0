// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Node;
import podium.placement.IncrementalVerdicts;
import podium.placement.Verdict;

/** The verdicts of one subject on all nodes step by step, from the index on. */
public final class VerdictProgress implements IncrementalVerdicts {
    private final BooleanSupplier index;
    private final Supplier<SubjectVerdicts> begin;
    private final Iterator<Node> first;
    private @Nullable SubjectVerdicts verdicts;

    /**
     * Verdicts to come.
     *
     * @param index makes some more of the index; true: it is whole
     * @param begin verdicts of which none needs to be known yet
     * @param first nodes that are judged before all others
     */
    public VerdictProgress(BooleanSupplier index, Supplier<SubjectVerdicts> begin, List<Node> first) {
        this.index = index;
        this.begin = begin;
        this.first = first.iterator();
    }

    @Override
    public Optional<Map<Node, Verdict>> step() {
        SubjectVerdicts begun = verdicts;
        if (begun != null) {
            return begun.step(first);
        }
        if (index.getAsBoolean()) {
            begun = begin.get();
            verdicts = begun;
            return begun.few() ? begun.step(first) : Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public Map<Node, Verdict> soFar() {
        SubjectVerdicts begun = verdicts;
        return begun == null ? Map.of() : begun.soFar();
    }
}
