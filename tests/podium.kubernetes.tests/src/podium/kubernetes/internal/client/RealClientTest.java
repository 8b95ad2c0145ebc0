// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import podium.testkit.ApiTarget;
import podium.testkit.ControlPlane;

/** fabric8's client on a real kube-apiserver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealClientTest extends ClientContract {
    private Optional<ControlPlane> plane = Optional.empty();

    @BeforeAll
    void start() throws IOException, GeneralSecurityException {
        assumeTrue(ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no kube-apiserver; it is skipped");
        plane = Optional.of(ControlPlane.start());
    }

    @AfterAll
    void stop() {
        plane.ifPresent(ControlPlane::close);
    }

    private ApiTarget target() {
        return plane.orElseThrow().target();
    }

    @Override
    URI url() {
        return target().url();
    }

    @Override
    String authority() {
        return target().caPem();
    }

    @Override
    String token() {
        return target().adminToken();
    }
}
