// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AdminHttp;
import podium.simulator.Simulator;
import podium.testkit.ApiTarget;
import podium.testkit.ControlPlane;

/** Streams through a real kube-apiserver, which takes a stand-in for the kubelet of its node. */
class RealStreamsJourneyTest extends StreamsJourney {
    private Optional<ControlPlane> plane = Optional.empty();
    private Optional<StandInKubelet> kubelet = Optional.empty();

    @Override
    Path cluster(Simulator fleet, Path directory, List<ObjectNode> pods) throws Exception {
        Assumptions.assumeTrue(
                ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no kube-apiserver; it is skipped");
        ControlPlane started = ControlPlane.start();
        plane = Optional.of(started);
        StandInKubelet standIn = new StandInKubelet(fleet);
        kubelet = Optional.of(standIn);
        ApiTarget target = started.target();
        AdminHttp admin = new AdminHttp(target);
        admin.send("POST", "/api/v1/nodes", "{\"metadata\":{\"name\":\"n\"}}");
        admin.send("PATCH", "/api/v1/nodes/n/status", """
            {"status": {"addresses": [{"type": "InternalIP", "address": "127.0.0.1"}],
              "daemonEndpoints": {"kubeletEndpoint": {"Port": %d}}}}\
            """.formatted(standIn.port()));
        for (ObjectNode pod : pods) {
            create(admin, pod);
        }
        return Files.writeString(directory.resolve("kubeconfig"), target.kubeconfig(target.adminToken()));
    }

    private static void create(AdminHttp admin, ObjectNode pod) throws Exception {
        admin.send(
                "POST",
                "/api/v1/namespaces",
                "{\"metadata\":{\"name\":\"" + Trees.text(pod, "/metadata/namespace") + "\"}}");
        ObjectNode made = Trees.object().put("apiVersion", "v1").put("kind", "Pod");
        made.putObject("metadata").put("name", Trees.text(pod, "/metadata/name"));
        ObjectNode spec = made.putObject("spec").put("nodeName", "n");
        ArrayNode containers = spec.putArray("containers");
        for (JsonNode container : pod.at("/spec/containers")) {
            containers
                    .addObject()
                    .put("name", Trees.text(container, "/name"))
                    .put("image", Trees.text(container, "/image"));
        }
        String pods = "/api/v1/namespaces/" + Trees.text(pod, "/metadata/namespace") + "/pods";
        admin.send("POST", pods, made.toString());
        ObjectNode status = Trees.object();
        ObjectNode told = status.putObject("status").put("phase", "Running");
        ArrayNode states = told.putArray("containerStatuses");
        for (JsonNode state : pod.at("/status/containerStatuses")) {
            ObjectNode copy = state.deepCopy();
            states.add(copy.retain("name", "image", "imageID", "ready", "restartCount", "started", "state"));
        }
        admin.send("PATCH", pods + "/" + Trees.text(pod, "/metadata/name") + "/status", status.toString());
    }

    @AfterAll
    void stop() throws Exception {
        if (kubelet.isPresent()) {
            kubelet.get().close();
        }
        plane.ifPresent(ControlPlane::close);
    }
}
