// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import podium.testkit.ControlPlane;

/** Login on a terminal in front of a real kube-apiserver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealLoginTest extends LoginContract {
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

    @Override
    String url() {
        return plane.orElseThrow().target().url().toString();
    }

    @Override
    String authority() {
        return plane.orElseThrow().target().caPem();
    }

    @Override
    String token() {
        return plane.orElseThrow().target().adminToken();
    }
}
