// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ObjectWriter;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.ImpersonatedUser;
import podium.core.internal.fleet.FleetServiceImpl;
import podium.core.testkit.FakeKnownClusters;
import podium.core.testkit.SingleThreadRealm;
import podium.kubernetes.internal.KubernetesConnector;
import podium.kubernetes.internal.write.WriteCapabilities;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Relay;
import podium.kubernetes.testkit.TestServer;
import podium.kubernetes.testkit.Writes;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Named;
import podium.operation.internal.rule.ClusterLocks;
import podium.simulator.internal.api.auth.AccessRule;
import podium.simulator.internal.api.auth.Grant;
import podium.simulator.internal.api.auth.Role;
import podium.sources.internal.cluster.OpenClusters;
import podium.testkit.Await;

/** Two clusters that are called the same, in a console that is whole but for its windows. */
class TwoClustersTest {
    private static final Role PODS_ONLY =
            new Role("pods-only", List.of(new AccessRule(Set.of("get", "list", "watch"), Set.of(""), Set.of("pods"))));

    @TempDir
    private Path folder;

    private final SingleThreadRealm realm = new SingleThreadRealm("test realm");
    private final FleetServiceImpl fleet = new FleetServiceImpl(realm);
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private KubernetesConnector connector;
    private OpenClusters clusters;
    private ClusterLocks locks;
    private TestServer lab;
    private TestServer production;

    @BeforeEach
    void start() throws IOException {
        connector = new KubernetesConnector(
                List.of(new WriteCapabilities()), Opened.hasty(), Optional.of(folder.resolve("known")));
        clusters = new OpenClusters(fleet, connector, new FakeKnownClusters(List.of()));
        locks = new ClusterLocks(clusters);
        lab = new TestServer(options -> options.withGrant(Grant.toUser(PODS_ONLY, "bob")));
        production = new TestServer();
        for (TestServer server : List.of(lab, production)) {
            server.node("n1");
            server.node("n2");
        }
        for (int i = 0; i < 20; i++) {
            lab.pod("a", "lab-" + i);
        }
        production.pod("a", "production-0");
        fleet.listen(_ -> fleet.fleet().getClusters().forEach(this::look));
    }

    /** What must hold at every moment, in the realm. */
    private void look(Cluster cluster) {
        List<String> jobs = names(cluster.getJobs());
        if (jobs.size() != Set.copyOf(jobs).size()) {
            wrong.add("twice: " + jobs);
        }
        if (jobs.contains("lab-0") && jobs.contains("production-0")) {
            wrong.add("of two clusters: " + jobs);
        }
    }

    @AfterEach
    void stop() throws Exception {
        clusters.closeAll();
        fleet.close();
        realm.close();
        lab.close();
        production.close();
        assertEquals(List.of(), wrong);
    }

    private static List<String> names(List<? extends Named> all) {
        return all.stream().map(Named::getName).sorted().toList();
    }

    private <T> T inRealm(Callable<T> work) {
        return realm.ask(work);
    }

    private ClusterTarget target(Path kubeconfig) throws Exception {
        return connector.contexts(kubeconfig).getFirst();
    }

    private ClusterId open(Path kubeconfig, String job) throws Exception {
        ClusterTarget target = target(kubeconfig);
        clusters.open(target);
        awaitLive(target.id(), cluster -> names(cluster.getJobs()).contains(job));
        return target.id();
    }

    private void awaitLive(ClusterId id, Predicate<Cluster> also) {
        Await.until(
                () -> "not live: " + shown(),
                () -> inRealm(() -> fleet.cluster(id)
                        .filter(cluster -> cluster.getConnection() == ConnectionState.LIVE)
                        .filter(also)
                        .isPresent()));
    }

    private List<String> shown() {
        return inRealm(() -> fleet.fleet().getClusters().stream()
                .map(cluster -> cluster.getName() + " " + cluster.getConnection() + " " + cluster.getConnectionMessage()
                        + " " + names(cluster.getJobs()))
                .toList());
    }

    private ClusterConnection connection(ClusterId id) {
        return clusters.connection(id).orElseThrow();
    }

    @Test
    void productionsContextIsOpenedBesideTheLabsOfTheSameName() throws Exception {
        ClusterId first = open(lab.kubeconfig(folder), "lab-19");
        ClusterId second = open(production.kubeconfig(folder), "production-0");
        assertNotEquals(first, second);
        assertNotSame(connection(first), connection(second));
        List<String> names = inRealm(() -> names(fleet.fleet().getClusters()));
        assertEquals(2, Set.copyOf(names).size(), names::toString);
        assertTrue(names.stream().allMatch(name -> name.startsWith("test")), names::toString);
        assertFalse(names.stream().anyMatch(name -> name.contains(second.value())), "the key is for nobody to see");
    }

    @Test
    void aClusterThatIsOpenByTwoKubeconfigsSaysSoAndIsLockedApart() throws Exception {
        ClusterId first = open(lab.kubeconfig(folder), "lab-19");
        ClusterId second = open(lab.kubeconfig(folder), "lab-19");
        ClusterId other = open(production.kubeconfig(folder), "production-0");
        assertNotEquals(first, second);
        assertEquals(List.of(second), clusters.alsoOpenAs(first));
        assertEquals(List.of(first), clusters.alsoOpenAs(second));
        assertEquals(List.of(), clusters.alsoOpenAs(other));
        locks.lock(first, false);
        assertTrue(locks.isLocked(second), "a lock goes by its connection");
        clusters.close(second);
        assertEquals(List.of(), clusters.alsoOpenAs(first));
    }

    @Test
    void whoUnlocksTheLabUnlocksNothingElseAndNotForLater() throws Exception {
        Path ofLab = lab.kubeconfig(folder);
        ClusterId first = open(ofLab, "lab-19");
        locks.lock(first, false);
        assertFalse(locks.isLocked(first));
        clusters.close(first);
        ClusterId second = open(production.kubeconfig(folder), "production-0");
        assertTrue(locks.isLocked(second));
        assertTrue(locks.isLocked(open(ofLab, "lab-19")), "it was closed in between");
    }

    @Test
    void aRetryWithAKubeconfigThatLeadsElsewhereOpensTheOtherClusterAnewAndLocked() throws Exception {
        Path kubeconfig = lab.kubeconfig(folder);
        ClusterId first = open(kubeconfig, "lab-19");
        locks.lock(first, false);
        ObjectWriter writer = connection(first).capability(ObjectWriter.class).orElseThrow();
        Files.copy(production.kubeconfig(folder), kubeconfig, StandardCopyOption.REPLACE_EXISTING);
        connection(first).reconnect();
        ClusterId second = target(kubeconfig).id();
        awaitLive(second, cluster -> names(cluster.getJobs()).equals(List.of("production-0")));
        assertEquals(1, shown().size(), () -> shown().toString());
        assertNotEquals(first, second);
        assertTrue(locks.isLocked(second));
        assertTrue(locks.isLocked(first));
        assertTrue(clusters.connection(first).isEmpty());
        assertTrue(writer.send(Writes.cordon(), false).toString().contains("This connection was closed"));
    }

    @Test
    void aServerThatIsReplacedBehindItsAddressIsAnotherClusterAndLocked() throws Exception {
        try (Relay relay = new Relay(lab.port())) {
            Path kubeconfig = TestServer.write(
                    folder,
                    "https://127.0.0.1:" + relay.port(),
                    "",
                    "token: " + TestServer.TOKEN,
                    "insecure-skip-tls-verify: true");
            ClusterTarget unverified = target(kubeconfig);
            clusters.open(unverified);
            Opened.agreed(connection(unverified.id()));
            ClusterId id = open(kubeconfig, "lab-19");
            ClusterConnection before = connection(id);
            locks.lock(id, false);
            relay.lead(production.port());
            awaitLive(id, cluster -> names(cluster.getJobs()).equals(List.of("production-0")));
            assertEquals(1, shown().size(), () -> shown().toString());
            assertNotSame(before, connection(id));
            assertTrue(locks.isLocked(id));
        }
    }

    @Test
    void asAnotherPersonExactlyWhatThatOneMaySeeIsShownAndEachJobOnce() throws Exception {
        ClusterId id = open(lab.kubeconfig(folder), "lab-19");
        List<String> all = inRealm(() -> names(fleet.cluster(id).orElseThrow().getJobs()));
        for (int round = 0; round < 3; round++) {
            actAs(id, Optional.of(new ImpersonatedUser("bob", List.of())));
            awaitLive(id, cluster -> names(cluster.getJobs()).equals(all));
            assertEquals(
                    List.of(),
                    inRealm(() -> names(fleet.cluster(id).orElseThrow().getNodes())));
            actAs(id, Optional.empty());
            awaitLive(
                    id,
                    cluster -> names(cluster.getJobs()).equals(all)
                            && names(cluster.getNodes()).equals(List.of("n1", "n2")));
        }
        assertEquals(1, shown().size());
    }

    private void actAs(ClusterId id, Optional<ImpersonatedUser> other) {
        ClusterTarget target = clusters.target(id).orElseThrow();
        clusters.close(id);
        clusters.open(target.as(other));
    }

    @Test
    void whatIsClosedAndOpenedWhileItIsBeingReadIsThereOnce() throws Exception {
        Path kubeconfig = lab.kubeconfig(folder);
        ClusterTarget target = target(kubeconfig);
        List<ClusterConnection> opened = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            opened.add(clusters.open(target));
            int some = round;
            Await.pause(
                    Duration.ofMillis(30L * some),
                    () -> !inRealm(() -> fleet.cluster(target.id())
                            .map(cluster -> cluster.getJobs().isEmpty())
                            .orElse(true)));
            clusters.close(target.id());
        }
        ClusterId id = open(kubeconfig, "lab-19");
        assertEquals(20, inRealm(() -> fleet.cluster(id).orElseThrow().getJobs().size()));
        assertEquals(1, shown().size());
        assertEquals(8, Set.copyOf(opened).size());
    }
}
