// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import podium.model.fleet.Domain;
import podium.model.fleet.Node;

/** Where something is to be placed: a node or a domain. */
public sealed interface Target {
    record OnNode(Node node) implements Target {}

    record OnDomain(Domain domain) implements Target {}
}
