// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import podium.testkit.ApiTarget;
import podium.testkit.ControlPlane;

/** Tables of a real kube-apiserver. */
class RealObjectTablesTest extends ObjectTablesContract {
    private Optional<ControlPlane> plane = Optional.empty();

    @Override
    void serve() throws Exception {
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
