// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.simulator.internal.quota.Quotas;
import podium.simulator.store.ObjectStore;

/** A quota holds from the moment it is made: what is used already is counted then. */
final class QuotaRules implements KindRules {

    private final Quotas quotas;

    QuotaRules(ObjectStore store) {
        quotas = new Quotas(store);
    }

    @Override
    public void prepareCreate(ObjectNode quota) {
        quotas.count(quota);
    }
}
