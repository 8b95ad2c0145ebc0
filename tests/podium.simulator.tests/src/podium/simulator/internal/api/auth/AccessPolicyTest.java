// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.store.InMemoryStore;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

class AccessPolicyTest {

    private static final User JO = User.of("jo", "ops");

    private final ObjectStore store = new InMemoryStore(Clock.systemUTC());
    private final AccessPolicy policy = new AccessPolicy(store);

    @BeforeEach
    void bootstrap() {
        BootstrapPolicy.lay(store);
    }

    private void create(ResourceType type, String yaml) {
        try {
            store.create(type, (ObjectNode) new YAMLMapper().readTree(yaml));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A role of one rule for the group of Jo, everywhere. */
    private void rule(String rule) {
        create(ResourceTypes.CLUSTER_ROLE, "{metadata: {name: r}, rules: [" + rule + "]}");
        create(
                ResourceTypes.CLUSTER_ROLE_BINDING,
                "{metadata: {name: b}, roleRef: {kind: ClusterRole, name: r}, subjects: [{kind: Group, name: ops}]}");
    }

    private static AccessAttributes ask(String verb, String resource, String subresource, String namespace) {
        return new AccessAttributes(verb, "", resource, subresource, namespace, "x");
    }

    private boolean may(User user, AccessAttributes asked) {
        return policy.decide(user, asked).allowed();
    }

    @Test
    void aRuleIsForItsVerbsAndResources() {
        rule("{verbs: [get], apiGroups: [''], resources: [pods]}");
        assertTrue(may(JO, ask("get", "pods", "", "a")));
        assertFalse(may(JO, ask("list", "pods", "", "a")));
        assertFalse(may(JO, ask("get", "nodes", "", "")));
        assertFalse(may(JO, new AccessAttributes("get", "apps", "pods", "", "a", "x")));
    }

    @Test
    void aSubresourceIsNotItsResource() {
        rule("{verbs: [create], apiGroups: [''], resources: [pods, services/proxy, '*/scale']}");
        assertFalse(may(JO, ask("create", "pods", "eviction", "a")));
        assertTrue(may(JO, ask("create", "services", "proxy", "a")));
        assertTrue(may(JO, ask("create", "replicationcontrollers", "scale", "a")));
    }

    @Test
    void namesNarrowARule() {
        rule("{verbs: [get], apiGroups: [''], resources: [nodes], resourceNames: [y]}");
        assertFalse(may(JO, ask("get", "nodes", "", "")));
        assertTrue(may(JO, new AccessAttributes("get", "", "nodes", "", "", "y")));
    }

    @Test
    void aRuleForPathsReachesWhatIsBelow() {
        rule("{verbs: [get], nonResourceURLs: [/debug/*, /metrics]}");
        assertTrue(may(JO, AccessAttributes.ofPath("get", "/metrics")));
        assertTrue(may(JO, AccessAttributes.ofPath("get", "/debug/pprof")));
        assertFalse(may(JO, AccessAttributes.ofPath("get", "/metrics/slis")));
        assertFalse(may(JO, ask("get", "pods", "", "a")));
    }

    @Test
    void aBindingInANamespaceDoesNotReachFurther() {
        create(ResourceTypes.ROLE_BINDING, """
            metadata: {name: lead, namespace: a}
            roleRef: {kind: ClusterRole, name: admin}
            subjects: [{kind: User, name: jo}, {kind: ServiceAccount, name: robot}]
            """);
        assertTrue(may(JO, ask("delete", "pods", "", "a")));
        assertFalse(may(JO, ask("delete", "pods", "", "b")));
        assertFalse(may(JO, ask("list", "pods", "", "")));
        assertFalse(may(JO, ask("list", "nodes", "", "")));
        assertTrue(may(new User("system:serviceaccount:a:robot", "", List.of()), ask("get", "pods", "", "a")));
        assertFalse(may(new User("system:serviceaccount:b:robot", "", List.of()), ask("get", "pods", "", "a")));
        assertEquals(
                "RBAC: allowed by RoleBinding \"lead/a\" of ClusterRole \"admin\" to User \"jo\"",
                policy.decide(JO, ask("get", "pods", "", "a")).reason());
        assertTrue(policy.rules(JO, "a").rules().stream().anyMatch(ask("delete", "pods", "", "a")::allowedBy));
        assertFalse(policy.rules(JO, "b").rules().stream().anyMatch(ask("delete", "pods", "", "a")::allowedBy));
    }

    @Test
    void aRoleThatIsNotThereIsNamed() {
        create(
                ResourceTypes.CLUSTER_ROLE_BINDING,
                "{metadata: {name: b}, roleRef: {kind: ClusterRole, name: gone}, subjects: [{kind: User, name: jo}]}");
        assertEquals(
                "RBAC: clusterrole.rbac.authorization.k8s.io \"gone\" not found",
                policy.decide(JO, ask("get", "pods", "", "a")).reason());
        create(
                ResourceTypes.ROLE_BINDING,
                "{metadata: {name: b, namespace: a}, roleRef: {kind: Role, name: too}, subjects: [{kind: User, name:"
                        + " jo}]}");
        assertEquals(
                "RBAC: [clusterrole.rbac.authorization.k8s.io \"gone\" not found, role.rbac.authorization.k8s.io"
                        + " \"too\" not found]",
                policy.decide(JO, ask("get", "pods", "", "a")).reason());
    }

    @Test
    void whoIsAMasterMayDoEverythingAndNobodyElseFromTheStart() {
        assertTrue(may(User.of("root", "system:masters"), ask("delete", "nodes", "", "")));
        assertFalse(may(JO, ask("get", "pods", "", "a")));
        assertFalse(may(User.ANONYMOUS, AccessAttributes.ofPath("get", "/api")));
        assertTrue(may(User.ANONYMOUS, AccessAttributes.ofPath("get", "/version")));
        assertTrue(may(JO, AccessAttributes.ofPath("get", "/apis/apps")));
    }

    @Test
    void aViewerNeverSeesSecrets() {
        BootstrapPolicy.lay(store, Grant.toGroup(Role.VIEWER, "ops"));
        assertTrue(may(JO, ask("list", "pods", "", "")));
        assertFalse(may(JO, ask("list", "secrets", "", "")));
        assertFalse(may(JO, ask("patch", "nodes", "", "")));
    }
}
