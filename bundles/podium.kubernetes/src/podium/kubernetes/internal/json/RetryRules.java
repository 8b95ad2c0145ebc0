// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.io.IOException;
import java.util.Optional;
import podium.core.retry.PodLossRule;

/** What the mirror reads of lost pods, for an object that was read by itself. */
public final class RetryRules {
    private RetryRules() {}

    /** The rule of an object by its JSON text; empty: its kind makes pods anew for ever, or is not known. */
    public static Optional<PodLossRule> of(String group, String kind, String object) throws IOException {
        return RetryDecoder.of(group, kind, JsonTree.read(JsonInput.of(object)));
    }
}
