// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.placement.Prohibitions;

/** Prohibitions that are set by the test. */
final class SetProhibitions implements Prohibitions {
    /** Name of a node, name of a namespace; or nothing. */
    private List<String> protects = List.of();

    Optional<String> frozen = Optional.empty();

    /** Protects what has these names in every cluster; a star at the end stands for any end. */
    void protect(String node, String namespace) {
        protects = List.of(node, namespace);
    }

    void protectNothing() {
        protects = List.of();
    }

    @Override
    public Object state() {
        return protects;
    }

    @Override
    public boolean isEmpty() {
        return protects.isEmpty();
    }

    @Override
    public Optional<String> whyNotNode(ClusterId cluster, String node) {
        return why(0, node, "Node");
    }

    @Override
    public Optional<String> whyNotNamespace(ClusterId cluster, String namespace) {
        return why(1, namespace, "Namespace");
    }

    private Optional<String> why(int at, String name, String what) {
        return frozen.or(() -> !protects.isEmpty() && matches(protects.get(at), name)
                ? Optional.of(what + " " + name + " is protected.")
                : Optional.empty());
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}
