// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.Optional;
import podium.core.change.ClusterId;

/** What the operator's own rules forbid at this moment: what they protect is no place for a job. Any thread. */
public interface Prohibitions {
    /** Stands for the rules as they are: two are equal as long as the rules say the same. */
    Object state();

    /** True when there is no rule at all. */
    boolean isEmpty();

    /** Why a node must not be changed now; empty: no rule stands against it. */
    Optional<String> whyNotNode(ClusterId cluster, String node);

    /** Why what is in a namespace must not be changed now; empty: no rule stands against it. */
    Optional<String> whyNotNamespace(ClusterId cluster, String namespace);

    /** Where nothing is protected. */
    static Prohibitions nothing() {
        return new Prohibitions() {
            @Override
            public Object state() {
                return "";
            }

            @Override
            public boolean isEmpty() {
                return true;
            }

            @Override
            public Optional<String> whyNotNode(ClusterId cluster, String node) {
                return Optional.empty();
            }

            @Override
            public Optional<String> whyNotNamespace(ClusterId cluster, String namespace) {
                return Optional.empty();
            }
        };
    }
}
