// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AdminHttp;
import podium.testkit.ApiTarget;
import podium.testkit.ControlPlane;

/** A real control plane: API server, scheduler and controllers; only the kubelets are played by the test. */
final class RealGround implements Ground {
    static final String CONTROLLERS = "--controllers=*,-nodeipam,-service,-route,-cloud-node-lifecycle,"
            + "-persistentvolume-binder,-persistentvolume-expander,-attachdetach,-csrsigning,-tokencleaner,-bootstrapsigner";

    private final ControlPlane plane;
    private final Path directory;
    private final Programs programs;
    private final AdminHttp http;
    private final HandKubelet kubelet;

    RealGround(Path directory) throws Exception {
        this.directory = directory;
        Path assets = ControlPlane.assets().orElseThrow();
        programs = new Programs(assets, directory);
        Assumptions.assumeTrue(
                programs.has("kube-scheduler") && programs.has("kube-controller-manager"),
                "KUBEBUILDER_ASSETS has no kube-scheduler and kube-controller-manager; the journey is skipped");
        plane = ControlPlane.start();
        ApiTarget target = plane.target();
        Files.writeString(kubeconfig(), target.kubeconfig(target.adminToken()));
        http = new AdminHttp(target);
        kubelet = new HandKubelet(http);
        programs.component("kube-scheduler", kubeconfig());
        programs.component("kube-controller-manager", kubeconfig(), "--node-monitor-grace-period=1000h", CONTROLLERS);
        for (int i = 1; i <= 4; i++) {
            node("n" + i);
        }
        create("/api/v1/namespaces", "namespace");
        create("/apis/policy/v1/namespaces/team/poddisruptionbudgets", "budget");
        create("/apis/apps/v1/namespaces/team/deployments", "web");
        create("/apis/apps/v1/namespaces/team/deployments", "api");
        create("/apis/apps/v1/namespaces/team/statefulsets", "cache");
    }

    /** Where the API server is, and who may speak to it. */
    ApiTarget target() {
        return plane.target();
    }

    /** Speaks to it as one who may do everything. */
    AdminHttp admin() {
        return http;
    }

    private void node(String name) throws IOException {
        String template = resource("node");
        http.send("POST", "/api/v1/nodes", template.replace("NAME", name));
        http.send(
                "PATCH",
                "/api/v1/nodes/" + name + "/status",
                Trees.write(Trees.object().set("status", Trees.read(template).path("status"))));
    }

    private void create(String path, String file) throws IOException {
        http.send("POST", path, resource(file));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RealGround.class.getResourceAsStream("real/" + name + ".json")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public Path kubeconfig() {
        return directory.resolve("kubeconfig");
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
