// SPDX-License-Identifier: Apache-2.0
package podium.operation.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.testkit.NoObjects;
import podium.operation.access.BoundSubject.Kind;

class RoleBindingsTest {
    /** What may be read, by resource. */
    private final Map<String, List<String>> served = new TreeMap<>(Map.of(
            "clusterrolebindings",
            List.of(
                    binding("", "view", "User ana", "Group oncall", "Group system:masters"),
                    binding("", "system:node", "User system:kube-scheduler", "ServiceAccount kube-system/gc"),
                    binding("", "cluster-admin", "User bob")),
            "rolebindings",
            List.of(binding("team-a", "edit", "User ana", "ServiceAccount /runner"))));

    private static String binding(String namespace, String role, String... subjects) {
        StringBuilder all = new StringBuilder();
        for (String subject : subjects) {
            String[] parts = subject.split(" ");
            String[] name = parts[1].split("/");
            all.append(all.isEmpty() ? "" : ",")
                    .append("{\"kind\":\"" + parts[0] + "\",\"name\":\"" + name[name.length - 1] + "\"")
                    .append(name.length == 2 && !name[0].isEmpty() ? ",\"namespace\":\"" + name[0] + "\"}" : "}");
        }
        return "{\"metadata\":{\"namespace\":\"" + namespace + "\"},\"roleRef\":{\"name\":\"" + role
                + "\"},\"subjects\":[" + all + "]}";
    }

    private boolean rbac = true;

    private final ObjectReader reader = new NoObjects() {
        @Override
        public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) throws IOException {
            List<String> found = served.get(collection.resource());
            if (found == null) {
                throw new IOException("forbidden: " + collection.resource());
            }
            return found;
        }

        @Override
        public boolean serves(ObjectRef collection) {
            return rbac;
        }
    };

    @Test
    void whomBindingsNameIsToldWithItsRolesAndTheComponentsOfTheClusterAreLeftOut() throws IOException {
        RoleBindings found = RoleBindings.of(reader);
        assertEquals(
                List.of(
                        new BoundSubject(Kind.USER, "ana", List.of("edit in team-a", "view")),
                        new BoundSubject(Kind.USER, "bob", List.of("cluster-admin")),
                        new BoundSubject(Kind.GROUP, "oncall", List.of("view")),
                        new BoundSubject(
                                Kind.SERVICE_ACCOUNT,
                                "system:serviceaccount:team-a:runner",
                                List.of("edit in team-a"))),
                found.subjects());
        assertTrue(found.whole());
    }

    @Test
    void thatNobodyIsNamedIsApartFromThatThereAreNoBindingsAtAll() throws IOException {
        served.replaceAll((_, _) -> List.of());
        assertTrue(RoleBindings.of(reader).served());
        rbac = false;
        assertFalse(RoleBindings.of(reader).served());
    }

    @Test
    void whereOneSortOfBindingsMayNotBeReadTheOtherIsToldAndThatItIsNotAll() throws IOException {
        served.remove("clusterrolebindings");
        RoleBindings found = RoleBindings.of(reader);
        assertFalse(found.whole());
        assertEquals(2, found.subjects().size());
        served.clear();
        assertEquals(
                "forbidden: clusterrolebindings",
                assertThrows(IOException.class, () -> RoleBindings.of(reader)).getMessage());
    }
}
