// SPDX-License-Identifier: Apache-2.0
package podium.core.change;

import java.util.OptionalInt;
import java.util.OptionalLong;
import podium.model.fleet.Health;

/**
 * A device of a node as a source tells it.
 *
 * @param index index on its node, from 0
 * @param uuid vendor's identifier; empty when unknown
 * @param model product name; empty when unknown
 * @param memoryBytes bytes
 * @param pciBusId empty when unknown
 */
public record Device(
        int index,
        String uuid,
        String model,
        OptionalLong memoryBytes,
        String pciBusId,
        OptionalInt numaNode,
        Health health,
        String healthReason) {}
