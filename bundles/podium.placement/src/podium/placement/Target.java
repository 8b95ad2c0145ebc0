// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.Objects;
import java.util.stream.Stream;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;

/** Where something is to be placed: a node or a domain. */
public sealed interface Target {
    record OnNode(Node node) implements Target {}

    record OnDomain(Domain domain) implements Target {}

    /** Whether a node is the place, or in it. In the realm. */
    default boolean contains(Node other) {
        return switch (this) {
            case OnNode(Node node) -> node == other;
            case OnDomain(Domain domain) ->
                Stream.iterate(other.getDomain(), Objects::nonNull, Domain::getParent)
                        .anyMatch(domain::equals);
        };
    }
}
