// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.Holdings;
import podium.model.fleet.Node;
import podium.placement.texts.Texts;

/** Devices of a node that are broken or not offered, which is why it has too few. */
final class MissingDevices {
    private MissingDevices() {}

    /** How many, in words; empty: none is missing, or the resource is no device. */
    static String words(@Nullable Node node, String resource) {
        if (node == null || AcceleratorKind.of(resource).isEmpty()) {
            return "";
        }
        Holdings holdings = Holdings.of(node);
        if (holdings.withheld() == 0) {
            return holdings.failed() == 0 ? "" : Texts.of("MissingDevices.failed", holdings.failed());
        }
        return holdings.failed() == 0
                ? Texts.of("MissingDevices.notOffered", holdings.withheld())
                : Texts.of("MissingDevices.failedAndNotOffered", holdings.failed(), holdings.withheld());
    }
}
