// SPDX-License-Identifier: Apache-2.0
package podium.journeys.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AdminHttp;
import podium.testkit.ApiTarget;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/**
 * A real API server and a real kube-scheduler with one profile for each node: a pod of profile {@code on-n0} can only go
 * to n0, without a word of it in the pod. The profile's addedAffinity counts for no rule but node affinity.
 */
final class TwinCluster implements AutoCloseable {
    private static final String SELECTED = "volume.kubernetes.io/selected-node";

    private final ControlPlane plane;
    private final AdminHttp http;
    private final Process scheduler;

    TwinCluster(Path directory, List<String> nodes) throws Exception {
        Path program = ControlPlane.assets().orElseThrow().resolve("kube-scheduler");
        Assumptions.assumeTrue(Files.isExecutable(program), "KUBEBUILDER_ASSETS has no kube-scheduler");
        plane = ControlPlane.start();
        ApiTarget target = plane.target();
        http = new AdminHttp(target);
        Path kubeconfig = directory.resolve("kubeconfig");
        Files.writeString(kubeconfig, target.kubeconfig(target.adminToken()));
        Path config = directory.resolve("scheduler.yaml");
        String profiles = nodes.stream().map(TwinCluster::profile).collect(Collectors.joining());
        Files.writeString(config, """
            apiVersion: kubescheduler.config.k8s.io/v1
            kind: KubeSchedulerConfiguration
            clientConnection: {kubeconfig: %s, qps: 1000, burst: 1000}
            leaderElection: {leaderElect: false}
            """.formatted(kubeconfig) + (profiles.isEmpty() ? "" : "profiles:\n" + profiles));
        scheduler = new ProcessBuilder(
                        program.toString(),
                        "--config=" + config,
                        "--authentication-kubeconfig=" + kubeconfig,
                        "--authorization-kubeconfig=" + kubeconfig,
                        "--secure-port=0")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("kube-scheduler.log").toFile())
                .start();
    }

    private static String profile(String node) {
        return """
            - schedulerName: on-NODE
              pluginConfig:
              - name: NodeAffinity
                args:
                  addedAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution:
                      nodeSelectorTerms:
                      - matchFields: [{key: metadata.name, operator: In, values: [NODE]}]
            """.replace("NODE", node);
    }

    /** Sends a request; an answer that is no success is an IOException. */
    JsonNode send(String method, String path, String body) throws IOException {
        return http.send(method, path, body);
    }

    /** All objects of a collection, each with its kind's fields but without kind and version. */
    JsonNode list(String path) throws IOException {
        return send("GET", path, "").path("items");
    }

    /** What the scheduler says of a pod on a node: empty when it takes it there, else its message. */
    String says(ObjectNode pod, String node, List<String> waiting) throws IOException {
        return says(pod, node, waiting, made -> {});
    }

    /** What is done once a pod is there, in the place of its controllers. */
    interface Controller {
        void made(JsonNode pod) throws IOException;
    }

    /** The same of a pod that needs something once it is there. */
    String says(ObjectNode pod, String node, List<String> waiting, Controller controller) throws IOException {
        ObjectNode named = pod.deepCopy();
        named.withObject("/spec").put("schedulerName", "on-" + node);
        String pods = "/api/v1/namespaces/team/pods";
        JsonNode made = send("POST", pods, Trees.write(named));
        String name = Trees.text(made, "/metadata/name");
        try {
            controller.made(made);
            return Await.present("the scheduler speaks about " + name, () -> answer(pods + "/" + name, waiting));
        } finally {
            send("DELETE", pods + "/" + name, "{\"gracePeriodSeconds\":0}");
            for (String claim : waiting) {
                send(
                        "PATCH",
                        "/api/v1/namespaces/team/persistentvolumeclaims/" + claim,
                        "{\"metadata\":{\"annotations\":{\"" + SELECTED + "\":null}}}");
            }
            for (JsonNode volume : list("/api/v1/persistentvolumes")) {
                if (waiting.contains(Trees.text(volume, "/spec/claimRef/name"))) {
                    send(
                            "PATCH",
                            "/api/v1/persistentvolumes/" + Trees.text(volume, "/metadata/name"),
                            "{\"spec\":{\"claimRef\":null}}");
                }
            }
        }
    }

    private Optional<String> answer(String path, List<String> waiting) {
        try {
            JsonNode pod = send("GET", path, "");
            if (!Trees.text(pod, "/spec/nodeName").isEmpty() || chosen(waiting)) {
                return Optional.of("");
            }
            for (JsonNode condition : pod.at("/status/conditions")) {
                if (Trees.text(condition, "/type").equals("PodScheduled")
                        && List.of("Unschedulable", "SchedulerError").contains(Trees.text(condition, "/reason"))) {
                    return Optional.of(Trees.text(condition, "/message"));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True when the scheduler has chosen a node for an unbound claim: nobody here makes or binds the volume. */
    private boolean chosen(List<String> waiting) throws IOException {
        for (String claim : waiting) {
            JsonNode object = send("GET", "/api/v1/namespaces/team/persistentvolumeclaims/" + claim, "");
            if (object.at("/metadata/annotations").has(SELECTED)) {
                return true;
            }
        }
        if (!waiting.isEmpty()) {
            for (JsonNode volume : list("/api/v1/persistentvolumes")) {
                if (waiting.contains(Trees.text(volume, "/spec/claimRef/name"))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() throws Exception {
        scheduler.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        plane.close();
    }
}
