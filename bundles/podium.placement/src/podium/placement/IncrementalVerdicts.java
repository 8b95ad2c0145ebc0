// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import podium.model.fleet.Node;

/** The verdicts of all nodes of a cluster, some at a step. In the realm. */
public interface IncrementalVerdicts extends IncrementalResult<Map<Node, Verdict>> {
    /** What is known already; a node that is not checked yet is not in it. */
    Map<Node, Verdict> soFar();

    /** Those of several clusters, one cluster after the other. */
    static IncrementalVerdicts inOrder(List<IncrementalVerdicts> clusters) {
        return new IncrementalVerdicts() {
            private final Map<Node, Verdict> known = new HashMap<>();
            private int at;

            @Override
            public Optional<Map<Node, Verdict>> step() {
                if (at < clusters.size()) {
                    clusters.get(at).step().ifPresent(all -> {
                        known.putAll(all);
                        at++;
                    });
                }
                return at < clusters.size() ? Optional.empty() : Optional.of(known);
            }

            @Override
            public Map<Node, Verdict> soFar() {
                Map<Node, Verdict> now = new HashMap<>(known);
                clusters.stream().skip(at).limit(1).forEach(one -> now.putAll(one.soFar()));
                return now;
            }
        };
    }

    /** The same with something made of each verdict. */
    default IncrementalVerdicts each(UnaryOperator<Verdict> made) {
        IncrementalVerdicts all = this;
        return new IncrementalVerdicts() {
            private final Map<Node, Verdict> others = new HashMap<>();

            @Override
            public Optional<Map<Node, Verdict>> step() {
                return all.step().map(this::made);
            }

            @Override
            public Map<Node, Verdict> soFar() {
                return made(all.soFar());
            }

            private Map<Node, Verdict> made(Map<Node, Verdict> verdicts) {
                verdicts.forEach((node, verdict) -> others.computeIfAbsent(node, _ -> made.apply(verdict)));
                return Map.copyOf(others);
            }
        };
    }

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
