// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ObjectWriter;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.IdentityChange;
import podium.core.cluster.ImpersonatedUser;
import podium.core.cluster.SessionIdentity;
import podium.core.cluster.SessionIdentityReader;
import podium.core.internal.fleet.FleetServiceImpl;
import podium.core.testkit.FakeKnownClusters;
import podium.core.testkit.SingleThreadRealm;
import podium.kubernetes.internal.KubernetesConnector;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.kubernetes.internal.write.WriteCapabilities;
import podium.kubernetes.testkit.AdminHttp;
import podium.kubernetes.testkit.TestServer;
import podium.kubernetes.testkit.Writes;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Named;
import podium.operation.internal.rule.ClusterLocks;
import podium.sources.internal.cluster.OpenClusters;
import podium.testkit.ApiTarget;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/** Two real API servers behind contexts of one name. */
class RealTwoClustersTest {
    private static final String BOB = """
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"pods-only"},
         "rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["get","list","watch"]}]}\
        """;
    private static final String BOUND = """
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRoleBinding","metadata":{"name":"bob"},
         "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"pods-only"},
         "subjects":[{"apiGroup":"rbac.authorization.k8s.io","kind":"User","name":"bob"}]}\
        """;
    private static final String POD = """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s"},
         "spec":{"containers":[{"name":"c","image":"registry.local/c"}]}}\
        """;

    private static ControlPlane lab;
    private static ControlPlane production;

    @TempDir
    private Path folder;

    private final SingleThreadRealm realm = new SingleThreadRealm("test realm");
    private final FleetServiceImpl fleet = new FleetServiceImpl(realm);
    private final KubernetesConnector connector =
            new KubernetesConnector(List.of(new WriteCapabilities()), MirrorTiming.usual(), Optional.empty());
    private final OpenClusters clusters = new OpenClusters(fleet, connector, new FakeKnownClusters(List.of()));
    private final ClusterLocks locks = new ClusterLocks(clusters);

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no kube-apiserver; two are skipped");
        lab = ControlPlane.start();
        production = ControlPlane.start();
        AdminHttp inLab = new AdminHttp(lab.target());
        inLab.send("POST", "/apis/rbac.authorization.k8s.io/v1/clusterroles", BOB);
        inLab.send("POST", "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings", BOUND);
        await(inLab, "of-the-lab");
        await(new AdminHttp(production.target()), "of-production");
    }

    /** The namespace default comes a moment after the server. */
    private static void await(AdminHttp http, String pod) {
        Await.until(() -> "no pod", () -> {
            try {
                http.send("POST", "/api/v1/namespaces/default/pods", POD.formatted(pod));
                http.send("GET", "/api/v1/namespaces/kube-system", "");
                return true;
            } catch (IOException e) {
                return false;
            }
        });
    }

    @AfterAll
    static void end() {
        for (ControlPlane plane : new ControlPlane[] {lab, production}) {
            if (plane != null) {
                plane.close();
            }
        }
    }

    @AfterEach
    void stop() {
        clusters.closeAll();
        fleet.close();
        realm.close();
    }

    private Path kubeconfig(ControlPlane plane) {
        ApiTarget target = plane.target();
        return TestServer.write(folder, target.url().toString(), target.caPem(), "token: " + target.adminToken(), "");
    }

    private ClusterId id(Path kubeconfig) throws Exception {
        return connector.contexts(kubeconfig).getFirst().id();
    }

    private static List<String> names(List<? extends Named> all) {
        return all.stream().map(Named::getName).sorted().toList();
    }

    private void awaitLive(ClusterId id, Predicate<Cluster> also) {
        Await.until(
                Duration.ofSeconds(40),
                this::shown,
                () -> realm.ask(() -> fleet.cluster(id)
                        .filter(cluster -> cluster.getConnection() == ConnectionState.LIVE)
                        .filter(also)
                        .isPresent()));
    }

    private String shown() {
        return realm.ask(() -> fleet.fleet().getClusters().stream()
                        .map(cluster -> cluster.getName() + " " + cluster.getConnection() + " "
                                + cluster.getConnectionMessage() + " " + names(cluster.getJobs()))
                        .toList())
                .toString();
    }

    private void open(Path kubeconfig, String job) throws Exception {
        ClusterTarget target = connector.contexts(kubeconfig).getFirst();
        clusters.open(target);
        awaitLive(target.id(), cluster -> names(cluster.getJobs()).equals(List.of(job)));
    }

    private SessionIdentity session(ClusterId id) throws IOException {
        return clusters.connection(id)
                .orElseThrow()
                .capability(SessionIdentityReader.class)
                .orElseThrow()
                .read();
    }

    @Test
    void eachSaysWhichItIsAndIsOpenAndLockedApart() throws Exception {
        Path ofLab = kubeconfig(lab);
        Path ofProduction = kubeconfig(production);
        open(ofLab, "of-the-lab");
        open(ofProduction, "of-production");
        locks.lock(id(ofLab), false);
        assertTrue(locks.isLocked(id(ofProduction)));
        SessionIdentity here = session(id(ofLab));
        SessionIdentity there = session(id(ofProduction));
        assertEquals("admin", here.user());
        assertTrue(here.groups().contains("system:masters"), here::toString);
        assertNotEquals("", here.clusterUid());
        assertNotEquals(here.clusterUid(), there.clusterUid());
    }

    @Test
    void aRetryWithAKubeconfigThatLeadsElsewhereOpensTheOtherClusterAnewAndLocked() throws Exception {
        Path kubeconfig = kubeconfig(lab);
        open(kubeconfig, "of-the-lab");
        ClusterId before = id(kubeconfig);
        locks.lock(before, false);
        ObjectWriter writer = clusters.connection(before)
                .orElseThrow()
                .capability(ObjectWriter.class)
                .orElseThrow();
        Files.copy(kubeconfig(production), kubeconfig, StandardCopyOption.REPLACE_EXISTING);
        clusters.connection(before).orElseThrow().reconnect();
        awaitLive(id(kubeconfig), cluster -> names(cluster.getJobs()).equals(List.of("of-production")));
        assertTrue(locks.isLocked(id(kubeconfig)));
        assertEquals(
                IdentityChange.Of.CLUSTER,
                clusters.turnover(id(kubeconfig)).orElseThrow().of());
        assertTrue(clusters.connection(before).isEmpty());
        assertTrue(writer.send(Writes.cordon(), false).toString().contains("This connection was closed"));
    }

    @Test
    void asAnotherPersonExactlyWhatThatOneMaySeeIsShown() throws Exception {
        Path kubeconfig = kubeconfig(lab);
        open(kubeconfig, "of-the-lab");
        ClusterTarget target = clusters.target(id(kubeconfig)).orElseThrow();
        clusters.close(target.id());
        clusters.open(target.as(Optional.of(new ImpersonatedUser("bob", List.of()))));
        awaitLive(target.id(), cluster -> names(cluster.getJobs()).equals(List.of("of-the-lab")));
        SessionIdentity bob = session(target.id());
        assertEquals("bob", bob.user());
        assertTrue(bob.impersonated());
        assertEquals("", bob.clusterUid(), "bob may not read namespaces");
    }
}
