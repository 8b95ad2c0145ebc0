// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.fleet.SchedulingObjects;
import podium.core.internal.fleet.FleetServiceImpl;
import podium.core.testkit.NoClusters;
import podium.core.testkit.SingleThreadRealm;
import podium.kubernetes.internal.KubernetesConnector;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.operation.internal.drain.Drains;
import podium.operation.rule.RuleService;
import podium.placement.internal.PlacementServiceImpl;

/** A cluster that Podium has opened, as somebody who may see all or some of it: model, placement and drains. */
class Looker extends NoClusters implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(40);

    final FleetServiceImpl fleet;
    final PlacementServiceImpl placement;
    final Drains drains;
    private final ClusterId id = new ClusterId("lab");
    final SingleThreadRealm realm = new SingleThreadRealm("lab realm");
    final ClusterConnection connection;

    Looker(Path kubeconfig) throws Exception {
        KubernetesConnector connector = new KubernetesConnector();
        ClusterTarget context = connector.contexts(kubeconfig).getFirst();
        fleet = new FleetServiceImpl(realm);
        placement = new PlacementServiceImpl(fleet);
        drains = new Drains(placement, this, RuleService.none());
        inRealm(() -> fleet.add(id, context.context(), true));
        connection =
                connector.open(new ClusterTarget(id, kubeconfig, context.context(), true), fleet.sink(), (_, _) -> {});
    }

    final <T> T inRealm(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        realm.execute(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    final ClusterId id() {
        return id;
    }

    final Cluster cluster() {
        return fleet.cluster(id).orElseThrow();
    }

    /** Waits until the model is as wanted. */
    final void awaitModel(String what, Predicate<Cluster> wanted) throws Exception {
        CompletableFuture<Boolean> reached = new CompletableFuture<>();
        AutoCloseable listening = inRealm(() -> {
            Runnable look = () -> fleet.cluster(id).filter(wanted).ifPresent(_ -> reached.complete(true));
            AutoCloseable ends = fleet.listen(_ -> look.run());
            look.run();
            return ends;
        });
        try (listening) {
            reached.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the model never showed " + what, e);
        }
    }

    /** Waits until what is known of the cluster is as wanted. */
    final void awaitFacts(String what, Predicate<SchedulingObjects> wanted) throws Exception {
        awaitModel(what, cluster -> wanted.test(SchedulingObjects.of(cluster)));
    }

    /** The job of that name, once it is there. */
    final Job job(String name) throws Exception {
        awaitModel(name, cluster -> find(name).isPresent());
        return inRealm(() -> find(name).orElseThrow());
    }

    /** In the realm. */
    final Optional<Job> find(String name) {
        return cluster().getJobs().stream()
                .filter(job -> job.getName().equals(name))
                .findFirst();
    }

    /** The one node. In the realm, or once it is known to be there. */
    Node node() {
        return cluster().getNodes().getFirst();
    }

    @Override
    public List<ClusterConnection> all() {
        return List.of(connection);
    }

    @Override
    public void close() throws Exception {
        connection.close();
        placement.close();
        realm.close();
    }
}
