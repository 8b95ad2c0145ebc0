// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AdminHttp;
import podium.testkit.ApiTarget;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/** A real API server with its scheduler and controllers, which several grounds may lie on, one after the other. */
final class RealPlane implements AutoCloseable {
    /** What a journey makes in its namespace, owners before what they make. */
    private static final List<String> NAMESPACED = List.of(
            "/apis/batch/v1/%s/cronjobs",
            "/apis/batch/v1/%s/jobs",
            "/apis/apps/v1/%s/deployments",
            "/apis/apps/v1/%s/statefulsets",
            "/apis/apps/v1/%s/daemonsets",
            "/apis/apps/v1/%s/replicasets",
            "/apis/apps/v1/%s/controllerrevisions",
            "/apis/policy/v1/%s/poddisruptionbudgets",
            "/api/v1/%s/persistentvolumeclaims",
            "/api/v1/%s/pods");

    private static final String TEAM = "namespaces/team";

    final AdminHttp http;
    private final ControlPlane plane;
    private final Programs programs;

    /** Starts it; a test for which this machine has no programs is skipped. */
    RealPlane(Path directory) throws Exception {
        Assumptions.assumeTrue(
                ControlPlane.assets().isPresent(),
                "KUBEBUILDER_ASSETS names no kube-apiserver; the journey on a real control plane is skipped");
        programs = new Programs(ControlPlane.assets().orElseThrow(), directory);
        Assumptions.assumeTrue(
                programs.has("kube-scheduler") && programs.has("kube-controller-manager"),
                "KUBEBUILDER_ASSETS has no kube-scheduler and kube-controller-manager; the journey is skipped");
        plane = ControlPlane.start();
        http = new AdminHttp(target());
        Path kubeconfig = directory.resolve("plane");
        write(kubeconfig);
        programs.component("kube-scheduler", kubeconfig);
        programs.component(
                "kube-controller-manager", kubeconfig, "--node-monitor-grace-period=1000h", RealGround.CONTROLLERS);
        http.send("POST", "/api/v1/namespaces", "{\"metadata\":{\"name\":\"team\"}}");
    }

    /** Where the API server is, and who may speak to it. */
    ApiTarget target() {
        return plane.target();
    }

    /** A kubeconfig of somebody who may do everything. */
    void write(Path kubeconfig) throws IOException {
        ApiTarget target = target();
        Files.writeString(kubeconfig, target.kubeconfig(target.adminToken()));
    }

    /** Takes away all that a journey made, as if it had just begun. */
    void clear() {
        Await.until("nothing is left of the journey before", this::cleared);
    }

    /** Owners make their pods anew until they are gone themselves. */
    private boolean cleared() {
        try {
            int left = 0;
            for (String collection : NAMESPACED) {
                left += delete(String.format(collection, TEAM));
            }
            for (String path : named()) {
                http.send("DELETE", path, "");
                left++;
            }
            return left == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private int delete(String collection) throws IOException {
        int left = http.send("GET", collection, "").path("items").size();
        if (left > 0) {
            http.send("DELETE", collection, "{\"propagationPolicy\":\"Background\",\"gracePeriodSeconds\":0}");
        }
        return left;
    }

    private List<String> named() throws IOException {
        List<String> paths = new ArrayList<>();
        for (String collection : List.of("/api/v1/nodes", "/apis/scheduling.k8s.io/v1/priorityclasses")) {
            for (JsonNode one : http.send("GET", collection, "").path("items")) {
                String name = Trees.text(one, "/metadata/name");
                if (!name.startsWith("system-")) {
                    paths.add(collection + "/" + name);
                }
            }
        }
        return paths;
    }

    @Override
    public void close() throws Exception {
        programs.close();
        plane.close();
    }
}
