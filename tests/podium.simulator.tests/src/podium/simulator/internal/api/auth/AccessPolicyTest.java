// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {

    private static final User JO = User.of("jo", "ops");

    private static AccessAttributes ask(String verb, String resource, String subresource, String namespace) {
        return new AccessAttributes(verb, "", resource, subresource, namespace, "x");
    }

    private static boolean allowed(AccessRule rule, AccessAttributes asked) {
        return new AccessPolicy(List.of(Grant.toGroup(new Role("r", List.of(rule)), "ops")))
                .allows(JO, asked)
                .isPresent();
    }

    @Test
    void aRuleIsForItsVerbsAndResources() {
        AccessRule rule = AccessRule.of(Set.of("get"), Set.of(""), Set.of("pods"));
        assertTrue(allowed(rule, ask("get", "pods", "", "a")));
        assertFalse(allowed(rule, ask("list", "pods", "", "a")));
        assertFalse(allowed(rule, ask("get", "nodes", "", "")));
        assertFalse(allowed(rule, new AccessAttributes("get", "apps", "pods", "", "a", "x")));
    }

    @Test
    void aSubresourceIsNotItsResource() {
        assertFalse(allowed(
                AccessRule.of(Set.of("create"), Set.of(""), Set.of("pods")), ask("create", "pods", "eviction", "a")));
        assertTrue(allowed(
                AccessRule.of(Set.of("create"), Set.of(""), Set.of("pods/eviction")),
                ask("create", "pods", "eviction", "a")));
    }

    @Test
    void aRuleOfANamespaceDoesNotReachAll() {
        AccessRule rule = AccessRule.of(Set.of("*"), Set.of("*"), Set.of("*")).in("a");
        assertTrue(allowed(rule, ask("get", "pods", "", "a")));
        assertFalse(allowed(rule, ask("get", "pods", "", "b")));
        assertFalse(allowed(rule, ask("list", "pods", "", "")));
    }

    @Test
    void namesNarrowARule() {
        AccessRule rule = new AccessRule(Set.of("get"), Set.of(""), Set.of("nodes"), Set.of("y"), Set.of());
        assertFalse(allowed(rule, ask("get", "nodes", "", "")));
    }

    @Test
    void grantsAreForUsersOrGroups() {
        AccessPolicy policy = new AccessPolicy(List.of(Grant.toUser(Role.CLUSTER_ADMIN, "jo")));
        assertTrue(policy.allows(JO, ask("delete", "nodes", "", "")).isPresent());
        assertFalse(policy.allows(User.of("al", "jo"), ask("delete", "nodes", "", ""))
                .isPresent());
        assertFalse(policy.allows(User.ANONYMOUS, ask("get", "pods", "", "a")).isPresent());
    }

    @Test
    void theReasonNamesTheRole() {
        AccessPolicy policy = new AccessPolicy(List.of(Grant.toGroup(Role.CLUSTER_ADMIN, "ops")));
        assertEquals(
                "RBAC: allowed by ClusterRoleBinding \"cluster-admin\" of ClusterRole \"cluster-admin\" to Group \"ops\"",
                policy.allows(JO, ask("get", "pods", "", "a")).orElseThrow());
    }

    @Test
    void aViewerNeverSeesSecrets() {
        AccessPolicy policy = new AccessPolicy(List.of(Grant.toGroup(Role.VIEWER, "ops")));
        assertTrue(policy.allows(JO, ask("list", "pods", "", "")).isPresent());
        assertFalse(policy.allows(JO, ask("list", "secrets", "", "")).isPresent());
        assertFalse(policy.allows(JO, ask("patch", "nodes", "", "")).isPresent());
    }
}
