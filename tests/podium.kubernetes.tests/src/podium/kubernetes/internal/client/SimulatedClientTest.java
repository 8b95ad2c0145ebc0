// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import podium.kubernetes.testkit.TestServer;

/** fabric8's client on the simulator. */
class SimulatedClientTest extends ClientContract {
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    URI url() {
        return server.api().url();
    }

    @Override
    String authority() {
        return server.api().caPem();
    }

    @Override
    String token() {
        return TestServer.TOKEN;
    }
}
