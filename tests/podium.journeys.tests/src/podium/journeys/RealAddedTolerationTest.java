// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.cluster.ClusterTarget;
import podium.core.internal.fleet.FleetServiceImpl;
import podium.core.testkit.FakeKnownClusters;
import podium.core.testkit.SingleThreadRealm;
import podium.kubernetes.internal.KubernetesConnector;
import podium.kubernetes.internal.mirror.MirrorTiming;
import podium.kubernetes.internal.write.WriteCapabilities;
import podium.kubernetes.testkit.AdminHttp;
import podium.kubernetes.testkit.TestServer;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.placement.internal.PlacementServiceImpl;
import podium.sources.internal.cluster.OpenClusters;
import podium.testkit.ApiTarget;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/** A real API server that gives pods tolerations for what they ask for, as GKE's does, and a node that is tainted for it. */
class RealAddedTolerationTest {
    private static final String ASKS = """
        "containers":[{"name":"c","image":"registry.local/c","resources":{"limits":{"nvidia.com/gpu":"1"}}}]\
        """;
    private static final String JOB = """
        {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"%s"},
         "spec":{"suspend":true,"template":{"spec":{"restartPolicy":"Never",%s}}}}\
        """;

    @Test
    void aSuspendedJobFitsWhatTheServersPodsTolerate(@TempDir Path folder) throws Exception {
        assumeTrue(ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no kube-apiserver; it is skipped");
        SingleThreadRealm realm = new SingleThreadRealm("test realm");
        FleetServiceImpl fleet = new FleetServiceImpl(realm);
        KubernetesConnector connector =
                new KubernetesConnector(List.of(new WriteCapabilities()), MirrorTiming.usual(), Optional.empty());
        OpenClusters clusters = new OpenClusters(fleet, connector, new FakeKnownClusters(List.of()));
        try (ControlPlane plane = ControlPlane.start("--enable-admission-plugins=ExtendedResourceToleration")) {
            AdminHttp http = new AdminHttp(plane.target());
            node(http);
            String jobs = "/apis/batch/v1/namespaces/default/jobs";
            Await.until("the namespace takes it", () -> {
                try {
                    http.send("POST", jobs, JOB.formatted("train", ASKS));
                    return true;
                } catch (IOException e) {
                    return false;
                }
            });
            ApiTarget target = plane.target();
            ClusterTarget context = connector
                    .contexts(TestServer.write(
                            folder, target.url().toString(), target.caPem(), "token: " + target.adminToken(), ""))
                    .getFirst();
            PlacementServiceImpl placement = realm.ask(() -> new PlacementServiceImpl(fleet));
            clusters.open(context);
            Await.until("it is not known", () -> realm.ask(() -> reasons(fleet, context, placement))
                    .equals(Optional.of(
                            List.of("the server adds the toleration of taint nvidia.com/gpu=present:NoSchedule"
                                    + " (ExtendedResourceToleration)"))));
            String uid = http.send("POST", jobs, JOB.formatted("other", ASKS))
                    .at("/metadata/uid")
                    .asText();
            http.send("POST", "/api/v1/namespaces/default/pods", """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"other-0","ownerReferences":[
                 {"apiVersion":"batch/v1","kind":"Job","name":"other","uid":"%s","controller":true}]},
                 "spec":{%s}}\
                """.formatted(uid, ASKS));
            Await.until("a pod of the server tells", () -> realm.ask(() -> reasons(fleet, context, placement))
                    .equals(Optional.of(List.of())));
        } finally {
            clusters.closeAll();
            fleet.close();
            realm.close();
        }
    }

    private static void node(AdminHttp http) throws IOException {
        http.send("POST", "/api/v1/nodes", """
            {"apiVersion":"v1","kind":"Node","metadata":{"name":"g1"},
             "spec":{"taints":[{"key":"nvidia.com/gpu","value":"present","effect":"NoSchedule"}]}}\
            """);
        http.send("PATCH", "/api/v1/nodes/g1/status", """
            {"status":{"capacity":{"nvidia.com/gpu":"8","pods":"110"},
             "allocatable":{"nvidia.com/gpu":"8","pods":"110"},
             "conditions":[{"type":"Ready","status":"True"}]}}\
            """);
        http.send("PATCH", "/api/v1/nodes/g1", """
            {"spec":{"taints":[{"key":"nvidia.com/gpu","value":"present","effect":"NoSchedule"}]}}\
            """);
    }

    /** What keeps the job off the node; empty: not both are known. */
    private static Optional<List<String>> reasons(
            FleetServiceImpl fleet, ClusterTarget context, PlacementServiceImpl placement) {
        Optional<Cluster> cluster =
                fleet.cluster(context.id()).filter(one -> !one.getNodes().isEmpty());
        Optional<Job> train = cluster.stream()
                .flatMap(one -> one.getJobs().stream())
                .filter(job -> job.getName().equals("train"))
                .findFirst();
        return train.map(job -> placement.verdicts(new Subject(job, List.of())))
                .map(verdicts -> verdicts.get(cluster.orElseThrow().getNodes().getFirst()))
                .map(Verdict::reasons);
    }
}
