// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicInteger;
import podium.testkit.ApiTarget;
import podium.testkit.TrustedHttp;

/** One server of the suite with clients for its two users. */
final class Server {

    private final String name;
    private final boolean simulated;
    private final ApiClient admin;
    private final ApiClient viewer;
    private final AtomicInteger namespaces = new AtomicInteger();

    private Server(String name, boolean simulated, ApiTarget target) throws GeneralSecurityException, IOException {
        this.name = name;
        this.simulated = simulated;
        var http = TrustedHttp.client(target.caPem());
        this.admin = new ApiClient(http, target.url(), target.adminToken());
        this.viewer = new ApiClient(http, target.url(), target.viewerToken());
    }

    static Server simulated(ApiTarget target) throws GeneralSecurityException, IOException {
        return new Server("simulator", true, target);
    }

    static Server real(ApiTarget target) throws GeneralSecurityException, IOException {
        return new Server("kube-apiserver", false, target);
    }

    boolean simulated() {
        return simulated;
    }

    ApiClient admin() {
        return admin;
    }

    ApiClient viewer() {
        return viewer;
    }

    /** A namespace that no other test uses. */
    String freshNamespace() {
        String namespace = "t" + namespaces.incrementAndGet() + "-" + Long.toHexString(System.nanoTime());
        admin.post("/api/v1/namespaces", Objects.of("v1", "Namespace", namespace))
                .expect(201);
        return namespace;
    }

    /** A name that no other test uses. */
    String freshName(String base) {
        return base + "-" + namespaces.incrementAndGet() + "-" + Long.toHexString(System.nanoTime());
    }

    @Override
    public String toString() {
        return name;
    }
}
