// SPDX-License-Identifier: Apache-2.0
package podium.operation.rule;

import podium.operation.texts.Texts;

/**
 * Nodes or namespaces that are not changed from here. Written as CLUSTER/NAME, or NAME for every cluster; in both a * stands for
 * any text.
 */
public record ProtectionRule(Glob cluster, Glob name) {
    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none; its message is a sentence for the operator
     */
    public static ProtectionRule parse(String text) {
        String trimmed = text.strip();
        int slash = trimmed.lastIndexOf('/');
        String cluster = slash < 0 ? "*" : trimmed.substring(0, slash);
        String name = trimmed.substring(slash + 1);
        if (cluster.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException(Texts.of("ProtectionRule.isNotAProtection", trimmed));
        }
        return new ProtectionRule(new Glob(cluster.strip()), new Glob(name.strip()));
    }

    /** True for this name in this cluster. */
    public boolean covers(String inCluster, String named) {
        return cluster.matches(inCluster) && name.matches(named);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return cluster + "/" + name;
    }
}
