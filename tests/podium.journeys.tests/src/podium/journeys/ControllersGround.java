// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AdminHttp;
import podium.kubernetes.testkit.Data;
import podium.testkit.ApiTarget;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/**
 * A real control plane with the real controllers of Kueue, JobSet and LeaderWorkerSet; only the kubelets are played by the test. Four
 * nodes with 4 GPUs each, n1 and n2 in rack r1, n3 and n4 in rack r2; the queues that a test asks for.
 */
final class ControllersGround implements Ground {
    /** One at a time: seven large programs belong to each, and together they starve each other. */
    static final String ALONE = "real controllers";

    static final String RACK = "topology.kubernetes.io/rack";
    static final String QUEUES = "/apis/kueue.x-k8s.io/v1beta1/";

    /** How a queue hands out its GPUs. */
    enum Flavor {
        PLAIN,
        /** With node labels, which Kueue writes into the pods it admits. */
        LABELLED,
        /** By topology. */
        TAS
    }

    final AdminHttp http;
    private final ControlPlane plane;
    private final Path directory;
    final Programs programs;
    private final HandKubelet kubelet;

    ControllersGround(Path directory) throws Exception {
        this.directory = directory;
        Assumptions.assumeTrue(
                ControlPlane.assets().isPresent(),
                "KUBEBUILDER_ASSETS names no kube-apiserver; what needs real controllers is skipped");
        Data.folder("crds");
        programs = new Programs(ControlPlane.assets().orElseThrow(), directory);
        Managers.assume(programs);
        plane = ControlPlane.start();
        ApiTarget target = plane.target();
        Files.writeString(kubeconfig(), target.kubeconfig(target.adminToken()));
        http = new AdminHttp(target);
        kubelet = new HandKubelet(http);
        try {
            begin();
        } catch (Exception | Error e) {
            close();
            throw e;
        }
    }

    private void begin() throws Exception {
        Managers managers = new Managers(programs, http, directory, kubeconfig());
        managers.define();
        programs.component("kube-scheduler", kubeconfig());
        programs.component(
                "kube-controller-manager", kubeconfig(), "--node-monitor-grace-period=1000h", RealGround.CONTROLLERS);
        managers.start();
        for (int i = 1; i <= 4; i++) {
            node("n" + i, i <= 2 ? "r1" : "r2");
        }
        http.send("POST", "/api/v1/namespaces", "{\"metadata\":{\"name\":\"team\"}}");
        create("topologies", "v1alpha1", "Topology", """
            {"metadata":{"name":"racks"},
             "spec":{"levels":[{"nodeLabel":"%s"},{"nodeLabel":"kubernetes.io/hostname"}]}}\
            """.formatted(RACK));
        for (Flavor flavor : Flavor.values()) {
            String spec =
                    switch (flavor) {
                        case PLAIN -> "{}";
                        case LABELLED -> "{\"nodeLabels\":{\"podium.test/pool\":\"gpu\"}}";
                        case TAS -> "{\"nodeLabels\":{\"podium.test/pool\":\"gpu\"},\"topologyName\":\"racks\"}";
                    };
            create(
                    "resourceflavors",
                    "v1beta1",
                    "ResourceFlavor",
                    "{\"metadata\":{\"name\":\"" + name(flavor) + "\"},\"spec\":" + spec + "}");
        }
        for (String priority : new String[] {"low:10", "high:1000"}) {
            String[] parts = priority.split(":");
            create(
                    "workloadpriorityclasses",
                    "v1beta1",
                    "WorkloadPriorityClass",
                    "{\"metadata\":{\"name\":\"" + parts[0] + "\"},\"value\":" + parts[1] + ",\"description\":\"\"}");
        }
    }

    private static String name(Flavor flavor) {
        return flavor.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** An object of Kueue's. */
    void create(String path, String version, String kind, String json) throws IOException {
        ObjectNode object = (ObjectNode) Trees.read(json.replace('\'', '"'));
        object.put("apiVersion", "kueue.x-k8s.io/" + version).put("kind", kind);
        http.send("POST", "/apis/kueue.x-k8s.io/" + version + "/" + path, Trees.write(object));
    }

    /** An AdmissionCheck that nobody answers but the test; Kueue takes it for one with a controller. */
    void check(String name) throws IOException {
        create(
                "admissionchecks",
                "v1beta1",
                "AdmissionCheck",
                "{'metadata':{'name':'" + name + "'},'spec':{'controllerName':'example.com/machines'}}");
        http.send(
                "PATCH",
                QUEUES + "admissionchecks/" + name + "/status",
                "{\"status\":{\"conditions\":[{\"type\":\"Active\",\"status\":\"True\",\"reason\":\"x\",\"message\":\"x\","
                        + "\"lastTransitionTime\":\"2026-01-01T00:00:00Z\"}]}}");
    }

    private void node(String name, String rack) throws IOException {
        String template = Data.fixture(ControllersGround.class, "real/node.json")
                .replace("\"NAME\"}}", "\"NAME\",\"podium.test/pool\":\"gpu\",\"" + RACK + "\":\"" + rack + "\"}}")
                .replace("NAME", name);
        http.send("POST", "/api/v1/nodes", template);
        http.send(
                "PATCH",
                "/api/v1/nodes/" + name + "/status",
                Trees.write(Trees.object().set("status", Trees.read(template).path("status"))));
    }

    /** A queue of its own, LocalQueue and ClusterQueue of one name, with so many GPUs. */
    void queue(String name, Flavor flavor, int gpus) throws IOException {
        queue(name, "", granted(name(flavor), gpus));
    }

    /** GPUs of a flavor, as a ClusterQueue grants them. */
    static String granted(String flavor, int gpus) {
        return "{'name':'" + flavor + "','resources':[{'name':'cpu','nominalQuota':'100'},"
                + "{'name':'nvidia.com/gpu','nominalQuota':'" + gpus + "'}]}";
    }

    /** The same with more in its spec, and with these flavors. */
    void queue(String name, String more, String... flavors) throws IOException {
        shutQueue(name, more, flavors);
        Await.until("queue " + name + " is active", () -> isActive(name));
    }

    /** The same of one that may let nothing in. */
    void shutQueue(String name, String more, String... flavors) throws IOException {
        create("clusterqueues", "v1beta1", "ClusterQueue", """
            {"metadata":{"name":"%s"},"spec":{"namespaceSelector":{},%s
             "resourceGroups":[{"coveredResources":["cpu","nvidia.com/gpu"],"flavors":[%s]}]}}\
            """.formatted(
                name,
                more.contains("preemption") ? more : more + "'preemption':{'withinClusterQueue':'LowerPriority'},",
                String.join(",", flavors)));
        door(name);
    }

    /** A LocalQueue of a ClusterQueue of its name. */
    void door(String name) throws IOException {
        create(
                "namespaces/team/localqueues",
                "v1beta1",
                "LocalQueue",
                "{\"metadata\":{\"name\":\"" + name + "\"},\"spec\":{\"clusterQueue\":\"" + name + "\"}}");
    }

    boolean isActive(String name) {
        try {
            return http.send("GET", QUEUES + "namespaces/team/localqueues/" + name, "")
                    .at("/status/conditions")
                    .toString()
                    .contains("\"True\"");
        } catch (IOException e) {
            return false;
        }
    }

    /** Another number of GPUs for a queue. */
    void quota(String name, int gpus) throws IOException {
        JsonNode queue = http.send("GET", QUEUES + "clusterqueues/" + name, "");
        ((ObjectNode) queue.at("/spec/resourceGroups/0/flavors/0/resources/1"))
                .put("nominalQuota", String.valueOf(gpus));
        http.send(
                "PATCH",
                QUEUES + "clusterqueues/" + name,
                Trees.write(Trees.object().set("spec", queue.path("spec"))));
    }

    /** GPUs that a queue has reserved for what it holds. */
    int reserved(String name) throws IOException {
        return http.send("GET", QUEUES + "clusterqueues/" + name, "")
                .at("/status/flavorsReservation/0/resources/1/total")
                .asInt();
    }

    @Override
    public Path kubeconfig() {
        return directory.resolve("kubeconfig");
    }

    @Override
    public boolean hasWork() {
        return false;
    }

    @Override
    public void hold() {
        kubelet.hold(true);
    }

    @Override
    public void release() {
        kubelet.hold(false);
    }

    @Override
    public BudgetWatch watch(String deployment, int least) {
        BudgetWatch watch = new BudgetWatch(deployment, least);
        kubelet.tell(watch);
        return watch;
    }

    @Override
    public void close() throws Exception {
        kubelet.close();
        programs.close();
        plane.close();
    }
}
