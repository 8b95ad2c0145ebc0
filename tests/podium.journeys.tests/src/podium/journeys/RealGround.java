// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AdminHttp;
import podium.testkit.ApiTarget;
import podium.testkit.Await;

/** A real control plane: API server, scheduler and controllers; only the kubelets are played by the test. */
final class RealGround implements Ground {
    static final String CONTROLLERS = "--controllers=*,-nodeipam,-service,-route,-cloud-node-lifecycle,"
            + "-persistentvolume-binder,-persistentvolume-expander,-attachdetach,-csrsigning,-tokencleaner,-bootstrapsigner";

    private final RealPlane plane;
    private final boolean own;
    private final Path directory;
    private final HandKubelet kubelet;

    /** On a plane of its own. */
    RealGround(Path directory) throws Exception {
        this(new RealPlane(directory), directory, true);
    }

    /** On one that others lay on before, and will. */
    RealGround(RealPlane plane, Path directory) throws Exception {
        this(plane, directory, false);
    }

    private RealGround(RealPlane plane, Path directory, boolean own) throws Exception {
        this.plane = plane;
        this.own = own;
        this.directory = directory;
        plane.clear();
        plane.write(kubeconfig());
        kubelet = new HandKubelet(plane.http);
        for (int i = 1; i <= 4; i++) {
            node("n" + i);
        }
        Await.until("the nodes are open", this::areOpen);
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
        return plane.http;
    }

    private void node(String name) throws IOException {
        String template = resource("node");
        plane.http.send("POST", "/api/v1/nodes", template.replace("NAME", name));
        plane.http.send(
                "PATCH",
                "/api/v1/nodes/" + name + "/status",
                Trees.write(Trees.object().set("status", Trees.read(template).path("status"))));
    }

    /** A node comes with the taint not-ready, and the controller takes them off one by one: all pods would go to the first. */
    private boolean areOpen() {
        try {
            for (JsonNode node : plane.http.send("GET", "/api/v1/nodes", "").path("items")) {
                if (!node.at("/spec/taints").isEmpty()) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void create(String path, String file) throws IOException {
        plane.http.send("POST", path, resource(file));
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
        if (own) {
            plane.close();
        }
    }
}
