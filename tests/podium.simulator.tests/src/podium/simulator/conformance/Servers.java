// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.api.auth.Grant;
import podium.simulator.internal.api.auth.Role;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.api.strategy.Strategies;
import podium.simulator.internal.server.ApiServer;
import podium.simulator.internal.server.ServerOptions;
import podium.simulator.store.InMemoryStore;
import podium.testkit.ApiTarget;
import podium.testkit.ControlPlane;

/** The servers that the suite runs against; each is started once and ends with the JVM. */
final class Servers {

    private static final List<Server> STARTED = new ArrayList<>();

    private Servers() {}

    static synchronized List<Server> all() throws IOException, GeneralSecurityException {
        if (STARTED.isEmpty()) {
            STARTED.add(simulated());
            if (ControlPlane.assets().isPresent()) {
                ControlPlane plane = ControlPlane.start();
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(plane::close));
                STARTED.add(Server.real(plane.target()));
            } else {
                System.err.println("KUBEBUILDER_ASSETS names no kube-apiserver: only the simulator is tested");
            }
        }
        return STARTED;
    }

    private static Server simulated() throws IOException, GeneralSecurityException {
        ApiServer server = new ApiServer(
                new InMemoryStore(Clock.systemUTC(), 1, objects -> new Strategies(objects)::defaults),
                ServerOptions.defaults()
                        .withToken("admin-token", User.of("admin", "system:masters"))
                        .withToken("viewer-token", User.of("viewer", "gpu-viewers"))
                        .withGrant(Grant.toGroup(Role.VIEWER, "gpu-viewers"))
                        .withBookmarkInterval(Duration.ofMillis(300)));
        server.start();
        return Server.simulated(new ApiTarget(server.url(), server.caPem(), "admin-token", "viewer-token"));
    }
}
