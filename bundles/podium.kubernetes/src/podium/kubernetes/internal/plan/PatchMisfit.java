// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import podium.core.api.ApiWrite;
import podium.kubernetes.texts.Texts;

/** A JSON patch tests for what the object is not, or names a place that it has not. */
public final class PatchMisfit extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    PatchMisfit(ApiWrite patch) {
        super(Texts.of(
                "PatchMisfit.expectsToBeAnotherThanItIs",
                patch.words(),
                patch.target().displayName()));
    }
}
