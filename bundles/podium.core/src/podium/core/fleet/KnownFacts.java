// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Keeps at a cluster of the model what is known of it besides, for who has the cluster alone. */
public final class KnownFacts extends AdapterImpl {
    private final SchedulingObjects facts;

    public KnownFacts(SchedulingObjects facts) {
        this.facts = facts;
    }

    SchedulingObjects facts() {
        return facts;
    }

    @Override
    @NonNullByDefault({}) // the library's types say nothing of null
    public boolean isAdapterForType(Object type) {
        return type == KnownFacts.class;
    }
}
