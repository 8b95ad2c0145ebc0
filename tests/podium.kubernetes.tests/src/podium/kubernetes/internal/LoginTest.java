// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import podium.kubernetes.testkit.TestServer;

/** Login on a terminal in front of the simulator. */
class LoginTest extends LoginContract {
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        server.node("n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    String url() {
        return server.api().url().toString();
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
