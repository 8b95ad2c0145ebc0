// SPDX-License-Identifier: Apache-2.0
package podium.core.change;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import podium.model.fleet.Health;
import podium.model.fleet.LinkKind;

/**
 * A link of a device of a node.
 *
 * @param from index of the device
 * @param to index of the other device; empty: the memory of the node
 * @param bytesPerSecond nominal, one direction; empty when not known
 * @param health degraded: slower than it should be
 */
public record DeviceLink(int from, OptionalInt to, LinkKind kind, OptionalDouble bytesPerSecond, Health health) {}
