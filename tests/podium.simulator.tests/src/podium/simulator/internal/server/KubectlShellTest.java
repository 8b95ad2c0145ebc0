// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.simulator.store.ResourceTypes;

/** The kubectl of this machine runs commands in containers of the simulated API server, over its WebSocket. */
class KubectlShellTest {
    @TempDir
    Path folder;

    private TestCluster cluster;
    private Kubectl kubectl;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Kubectl.present(), "there is no kubectl on this machine");
        cluster = new TestCluster();
        kubectl = new Kubectl(folder, cluster, "admin-token");
        cluster.create(ResourceTypes.POD, """
            metadata: {name: p}
            spec:
              nodeName: n1
              containers:
              - {name: main, image: 'registry.example/app:1', command: [train], env: [{name: RANK, value: '7'}]}
              - {name: waiting, image: 'registry.example/app:1'}
            status:
              phase: Running
              containerStatuses:
              - {name: main, ready: true, restartCount: 0, state: {running: {}}}
              - {name: waiting, ready: false, restartCount: 0, state: {waiting: {reason: ImagePullBackOff}}}
            """);
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void aCommandRunsInTheContainer() throws Exception {
        assertEquals("p\n", kubectl.run("exec", "p", "-c", "main", "--", "hostname"));
        assertEquals("7 of p\n", kubectl.run("exec", "p", "-c", "main", "--", "sh", "-c", "echo $RANK of ${HOSTNAME}"));
        assertTrue(kubectl.run("exec", "p", "-c", "main", "--", "ps").contains("train"));
    }

    @Test
    void whatIsTypedIsRead() throws Exception {
        assertEquals(
                "one\n3\n",
                kubectl.typing("echo one\ntrue && false || echo 3\n", "exec", "-i", "p", "-c", "main", "--", "sh")
                        .expect(0)
                        .text());
        assertEquals(
                "a\nb\n",
                kubectl.typing("a\nb\n", "exec", "-i", "p", "-c", "main", "--", "cat")
                        .expect(0)
                        .text());
    }

    @Test
    void theExitCodeIsThatOfTheCommand() throws Exception {
        assertTrue(kubectl.tryRun("exec", "p", "-c", "main", "--", "sh", "-c", "exit 3")
                .expect(3)
                .text()
                .contains("command terminated with exit code 3"));
        assertTrue(kubectl.tryRun("exec", "p", "-c", "main", "--", "nobody")
                .expect(1)
                .text()
                .contains("executable file not found in $PATH"));
    }

    /** As kubectl did before 1.31, and does where a proxy lets no WebSocket through. */
    @Test
    void overSpdyItIsTheSame() throws Exception {
        kubectl.setVariable("KUBECTL_REMOTE_COMMAND_WEBSOCKETS", "false");
        aCommandRunsInTheContainer();
        whatIsTypedIsRead();
        theExitCodeIsThatOfTheCommand();
        whatDoesNotRunIsRefused();
    }

    @Test
    void whatDoesNotRunIsRefused() throws Exception {
        assertTrue(kubectl.tryRun("exec", "p", "-c", "waiting", "--", "ls")
                .expect(1)
                .text()
                .contains("container not found (\"waiting\")"));
        assertTrue(kubectl.tryRun("exec", "p", "-c", "nobody", "--", "ls")
                .expect(1)
                .text()
                .contains("container nobody is not valid for pod p"));
        assertTrue(kubectl.tryRun("exec", "none", "--", "ls").expect(1).text().contains("pods \"none\" not found"));
    }
}
