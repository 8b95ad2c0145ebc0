// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.ClusterId;

class ClusterKeysTest {
    @TempDir
    private Path folder;

    private final KubernetesConnector connector = new KubernetesConnector();

    private Path kubeconfig(String name, String server) throws Exception {
        return Files.writeString(folder.resolve(name), """
            apiVersion: v1
            kind: Config
            clusters:
            - name: c
              cluster: {server: "%s"}
            users:
            - name: u
              user: {token: t}
            contexts:
            - name: default
              context: {cluster: c, user: u}
            - name: torn
              context: {cluster: none}
            """.formatted(server));
    }

    private ClusterId id(Path file) throws Exception {
        return connector.contexts(file).getFirst().id();
    }

    @Test
    void contextsOfOneNameInTwoFilesAreTwoClustersOfOneName() throws Exception {
        ClusterId lab = id(kubeconfig("lab", "https://10.0.0.1:6443"));
        ClusterId production = id(kubeconfig("production", "https://10.0.0.1:6443"));
        assertNotEquals(lab, production);
        assertEquals("default", lab.name());
        assertEquals("default", production.name());
        assertTrue(lab.value().startsWith("default@"), lab.value());
    }

    @Test
    void aContextThatWasGivenAnotherServerIsAnotherCluster() throws Exception {
        ClusterId before = id(kubeconfig("config", "https://10.0.0.1:6443"));
        assertNotEquals(before, id(kubeconfig("config", "https://10.0.0.2:6443")));
        assertEquals(before, id(kubeconfig("config", "https://10.0.0.1:6443")), "the same at every start");
    }

    @Test
    void aFileUnderTwoNamesIsOne() throws Exception {
        Path file = kubeconfig("config", "https://10.0.0.1:6443");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertEquals(id(file), id(link));
        assertEquals(id(file), id(folder.resolve("../" + folder.getFileName() + "/config")));
    }

    @Test
    void aContextThatIsBrokenIsKnownAsWell() throws Exception {
        ClusterId torn = connector
                .contexts(kubeconfig("config", "https://10.0.0.1:6443"))
                .getLast()
                .id();
        assertEquals("torn", torn.name());
    }
}
