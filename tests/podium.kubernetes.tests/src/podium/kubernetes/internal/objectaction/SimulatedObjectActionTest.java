// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import podium.kubernetes.testkit.TestServer;

/** Acts on objects of the simulator. */
class SimulatedObjectActionTest extends ObjectActionContract {
    private Optional<TestServer> server = Optional.empty();

    @Override
    void serve() throws IOException {
        server = Optional.of(new TestServer());
    }

    @AfterAll
    void stop() {
        server.ifPresent(TestServer::close);
    }

    @Override
    URI url() {
        return server.orElseThrow().api().url();
    }

    @Override
    String authority() {
        return server.orElseThrow().api().caPem();
    }

    @Override
    String token() {
        return TestServer.TOKEN;
    }
}
