// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.rules;

import podium.simulator.store.ResourceType;

/** The rules of each type. */
public final class Rules {

    private Rules() {}

    /** The rules of a type; custom resources have none of their own. */
    public static KindRules of(ResourceType type) {
        return KindRules.NONE;
    }
}
