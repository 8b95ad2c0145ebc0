// SPDX-License-Identifier: Apache-2.0
package podium.core.telemetry;

import podium.core.change.ClusterId;

/** Identity of an accelerator in the store: cluster, node, index on the node. */
public record DeviceKey(ClusterId cluster, String node, int index) {}
