// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

import java.util.List;
import java.util.Set;

/**
 * A named set of rules.
 *
 * @param name as shown in access reviews
 * @param rules what it allows
 */
public record Role(String name, List<AccessRule> rules) {

    private static final Set<String> ALL = Set.of("*");

    /** May do everything; every cluster has it from the start. */
    public static final Role CLUSTER_ADMIN = new Role("cluster-admin", List.of());

    /** May look at everything that holds no secret. */
    public static final Role VIEWER = new Role(
            "viewer",
            List.of(
                    new AccessRule(
                            Set.of("get", "list", "watch"),
                            Set.of(""),
                            Set.of(
                                    "nodes",
                                    "namespaces",
                                    "pods",
                                    "pods/status",
                                    "pods/log",
                                    "pods/proxy",
                                    "events",
                                    "configmaps",
                                    "services",
                                    "endpoints",
                                    "serviceaccounts",
                                    "persistentvolumes",
                                    "persistentvolumeclaims",
                                    "resourcequotas",
                                    "limitranges")),
                    new AccessRule(
                            Set.of("get", "list", "watch"),
                            Set.of(
                                    "apps",
                                    "batch",
                                    "policy",
                                    "scheduling.k8s.io",
                                    "coordination.k8s.io",
                                    "resource.k8s.io",
                                    "discovery.k8s.io",
                                    "storage.k8s.io",
                                    "apiextensions.k8s.io",
                                    "metrics.k8s.io",
                                    "kueue.x-k8s.io",
                                    "scheduling.volcano.sh",
                                    "jobset.x-k8s.io"),
                            ALL)));
}
