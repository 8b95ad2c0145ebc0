// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import podium.model.fleet.Node;

/** The verdicts of all nodes of a cluster, some at a step. In the realm. */
public interface IncrementalVerdicts extends IncrementalResult<Map<Node, Verdict>> {
    /** What is known already; a node that is not checked yet is not in it. */
    Map<Node, Verdict> soFar();

    /** Worked out in one step. */
    static IncrementalVerdicts atOnce(Supplier<Map<Node, Verdict>> answer) {
        return new IncrementalVerdicts() {
            private Map<Node, Verdict> known = Map.of();

            @Override
            public Optional<Map<Node, Verdict>> step() {
                known = answer.get();
                return Optional.of(known);
            }

            @Override
            public Map<Node, Verdict> soFar() {
                return known;
            }
        };
    }
}
