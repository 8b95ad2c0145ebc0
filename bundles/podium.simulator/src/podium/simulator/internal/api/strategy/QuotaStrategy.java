// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.simulator.internal.quota.QuotaAdmission;
import podium.simulator.store.ObjectStore;

/** A quota holds from the moment it is made: what is used already is counted then. */
final class QuotaStrategy implements KindStrategy {

    private final QuotaAdmission quotas;

    QuotaStrategy(ObjectStore store) {
        quotas = new QuotaAdmission(store);
    }

    @Override
    public void prepareCreate(ObjectNode quota) {
        quotas.count(quota);
    }
}
