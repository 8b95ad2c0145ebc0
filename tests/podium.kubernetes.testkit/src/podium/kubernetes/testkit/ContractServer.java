// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Assumptions;
import podium.testkit.ApiTarget;
import podium.testkit.ControlPlane;

/** A server that a contract is held to. The tests of the contract that have a class for each differ in nothing else. */
public final class ContractServer implements AutoCloseable {
    /** Starts one. */
    public interface Start {
        ContractServer start() throws IOException, GeneralSecurityException;
    }

    private final ApiTarget target;
    private final Runnable stop;

    private ContractServer(ApiTarget target, Runnable stop) {
        this.target = target;
        this.stop = stop;
    }

    /** The simulator's API, empty. */
    public static ContractServer simulated() throws IOException {
        TestServer server = new TestServer();
        ApiTarget target = new ApiTarget(server.api().url(), server.api().caPem(), TestServer.TOKEN, "");
        return new ContractServer(target, server::close);
    }

    /** A real kube-apiserver; where this machine has none, the test is skipped. */
    public static ContractServer real() throws IOException, GeneralSecurityException {
        Assumptions.assumeTrue(
                ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no kube-apiserver; it is skipped");
        ControlPlane plane = ControlPlane.start();
        return new ContractServer(plane.target(), plane::close);
    }

    /** Certificates to trust. */
    public String authority() {
        return target.caPem();
    }

    /** Token of somebody who may do everything. */
    public String token() {
        return target.adminToken();
    }

    /** A kubeconfig of somebody who may do everything. */
    public Path kubeconfig(Path folder) {
        return kubeconfig(folder, authority(), token(), "");
    }

    /**
     * One with other parts.
     *
     * @param cluster more lines about the cluster
     */
    public Path kubeconfig(Path folder, String authority, String token, String cluster) {
        URI url = target.url();
        return TestServer.write(folder, url.toString(), authority, "token: " + token, cluster);
    }

    @Override
    public void close() {
        stop.run();
    }
}
