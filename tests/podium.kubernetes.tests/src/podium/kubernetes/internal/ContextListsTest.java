// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.ContextEntry;
import podium.core.cluster.ContextList;
import podium.kubernetes.internal.config.KubeconfigContext;
import podium.kubernetes.internal.config.ServiceAccount;
import podium.kubernetes.internal.config.UserEntry;
import podium.kubernetes.internal.config.UsualKubeconfigs;

class ContextListsTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    private ContextLists lists() {
        return new ContextLists(new UsualKubeconfigs(
                environment, folder.resolve("home"), new ServiceAccount(environment, folder.resolve("account"))));
    }

    private Path file(String name, String server, String context) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, """
            apiVersion: v1
            kind: Config
            clusters: [{name: c-%2$s, cluster: {server: '%1$s'}}]
            users: [{name: ana, user: {token: t}}]
            contexts: [{name: %2$s, context: {cluster: c-%2$s, user: ana, namespace: team}}]
            """.formatted(server, context));
    }

    @Test
    void theFileInTheHomeIsReadWithoutAskingWhereItIs() throws Exception {
        Path home = file("home/.kube/config", "https://h:6443", "lab");
        ContextList usual = lists().usual();
        ContextEntry lab = usual.entries().getFirst();
        assertEquals(
                List.of("lab", "https://h:6443", "team", "ana"),
                List.of(lab.target().context(), lab.server(), lab.namespace(), lab.user()));
        assertEquals(home, lab.target().kubeconfig());
        assertEquals(home.toString(), usual.from());
    }

    @Test
    void whereThereIsNoFileTheListIsEmptyAndSaysWhereItWasLookedFor() {
        ContextList usual = lists().usual();
        assertEquals(List.of(), usual.entries());
        assertEquals("", usual.problem());
        assertTrue(usual.from().endsWith("config (not there)"), usual.from());
    }

    @Test
    void ofSeveralFilesEachContextNamesTheOneItStandsInAndIsTheClusterItIsAlone() throws Exception {
        Path one = file("one", "https://one", "a");
        Path two = file("two", "https://two", "b");
        environment.put("KUBECONFIG", one + File.pathSeparator + two);
        List<ContextEntry> entries = lists().usual().entries();
        assertEquals(
                List.of(one, two),
                entries.stream().map(entry -> entry.target().kubeconfig()).toList());
        assertEquals(
                lists().list(two).entries().getFirst().target().id(),
                entries.get(1).target().id());
        assertEquals(entries.get(1).target(), lists().again(entries.get(1).target()));
        assertEquals(
                "https://two",
                lists().read(entries.get(1).target())
                        .context("b")
                        .cluster()
                        .server()
                        .toString());
    }

    @Test
    void contextsOfOneNameInTwoKubeconfigsAreTwoClusters() throws Exception {
        ClusterTarget one = lists().list(file("one", "https://h", "prod"))
                .entries()
                .getFirst()
                .target();
        ClusterTarget two = lists().list(file("two", "https://h", "prod"))
                .entries()
                .getFirst()
                .target();
        assertEquals(one.context(), two.context());
        assertNotEquals(one.id(), two.id());
    }

    @Test
    void aFileThatIsNoKubeconfigIsSaidInTheList() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad"), "contexts: [");
        environment.put("KUBECONFIG", file("one", "https://one", "a") + File.pathSeparator + bad);
        ContextList usual = lists().usual();
        assertEquals(List.of(), usual.entries(), "kubectl refuses them all");
        assertTrue(usual.problem().contains(bad.toString()), usual.problem());
    }

    @Test
    void aContextThatIsBrokenIsListedWithWhatIsWrong() throws Exception {
        Path file = Files.writeString(folder.resolve("f"), """
            contexts: [{name: k, context: {cluster: gone, user: u}}]
            """);
        ContextEntry entry = lists().list(file).entries().getFirst();
        assertTrue(entry.problem().contains("no entry named \"gone\""), entry.problem());
    }

    @Test
    void inAPodItsServiceAccountIsAContextWhoseTokenAndAuthorityAreReadOnlyAfterConsent() throws Exception {
        assertFalse(new ServiceAccount(environment, folder.resolve("account")).isHere());
        environment.putAll(Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "443"));
        Files.createDirectories(folder.resolve("account"));
        Files.writeString(folder.resolve("account/token"), "t");
        Files.writeString(folder.resolve("account/ca.crt"), "pem");
        Files.writeString(folder.resolve("account/namespace"), "tools\n");
        ContextEntry entry = lists().usual().entries().getFirst();
        assertEquals(
                List.of("in-cluster", "https://[fd00::1]:443", "tools", "service account"),
                List.of(entry.target().context(), entry.server(), entry.namespace(), entry.user()));
        KubeconfigContext read = lists().read(entry.target()).context("in-cluster");
        assertEquals(
                new UserEntry.TokenFile(folder.resolve("account/token")),
                read.identity().proof());
        assertTrue(read.reachesOut(), "the operator is asked before the files are read");
    }
}
