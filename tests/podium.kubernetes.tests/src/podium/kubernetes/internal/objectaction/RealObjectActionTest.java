// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import podium.testkit.ApiTarget;
import podium.testkit.ControlPlane;

/** Acts on objects of a real kube-apiserver. */
class RealObjectActionTest extends ObjectActionContract {
    private Optional<ControlPlane> plane = Optional.empty();

    @Override
    void serve() throws Exception {
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
