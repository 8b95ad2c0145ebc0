// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.simulator.Simulator;
import podium.simulator.SimulatorOptions;

/** Who may do what in a simulated fleet, and what stands before its services, as the newest kubectl of this machine sees and changes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlAccessTest {
    private Simulator simulator;
    private Kubectl kubectl;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        assumeTrue(Kubectl.newest().isPresent(), "there is no kubectl on this machine");
        simulator = Simulator.start(SimulatorOptions.defaults().withScenario("edge"));
        kubectl = Kubectl.newest(folder, simulator.kubeconfig());
    }

    @AfterAll
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void aLeadActsInTheOwnNamespaceOnly() throws Exception {
        assertEquals("yes\n", kubectl.run("auth", "can-i", "delete", "pods", "-n", "cameras", "--as", "ana"));
        assertEquals(
                "no\n",
                kubectl.tryRun("auth", "can-i", "delete", "pods", "-n", "assistant", "--as", "ana")
                        .expect(1)
                        .text());
        assertTrue(kubectl.run("get", "nodes", "--as", "ana").contains("edge-1"));
        assertTrue(kubectl.tryRun("cordon", "edge-1", "--as", "ana")
                .text()
                .contains(
                        "nodes \"edge-1\" is forbidden: User \"ana\" cannot patch resource \"nodes\" in API group \"\""
                                + " at the cluster scope"));
        assertTrue(kubectl.run("auth", "can-i", "--list", "-n", "cameras", "--as", "ana")
                .contains("pods/eviction "));
    }

    @Test
    void whatStandsBeforeAServiceIsMadeAndShown() throws Exception {
        kubectl.run("autoscale", "deployment", "recorder", "-n", "cameras", "--min=1", "--max=3", "--cpu=70%");
        String autoscaler = kubectl.run("get", "hpa", "-n", "cameras");
        assertTrue(autoscaler.contains("Deployment/recorder"), autoscaler);
        assertTrue(autoscaler.contains("/70%"), autoscaler);
        kubectl.run(
                "create",
                "ingress",
                "recorder",
                "-n",
                "cameras",
                "--class=nginx",
                "--rule=edge.example/*=recorder:http");
        String ingress = kubectl.run("describe", "ingress", "recorder", "-n", "cameras");
        assertTrue(ingress.contains("edge.example") && ingress.contains("recorder:http"), ingress);
    }

    @Test
    void aRightThatIsGivenAndTakenCountsAtOnce() throws Exception {
        kubectl.run("create", "clusterrole", "cordoner", "--verb=get,patch", "--resource=nodes");
        kubectl.run("create", "clusterrolebinding", "cordoners", "--clusterrole=cordoner", "--user=kim", "--group=g");
        assertEquals("node/edge-2 cordoned\n", kubectl.run("cordon", "edge-2", "--as", "kim"));
        assertTrue(kubectl.run("get", "clusterrolebinding", "cordoners", "-o", "wide")
                .contains("ClusterRole/cordoner"));
        kubectl.run("delete", "clusterrolebinding", "cordoners");
        kubectl.tryRun("auth", "can-i", "patch", "nodes", "--as", "kim").expect(1);
        kubectl.run("create", "role", "reader", "-n", "assistant", "--verb=get", "--resource=secrets");
        kubectl.run(
                "create",
                "rolebinding",
                "readers",
                "-n",
                "assistant",
                "--role=reader",
                "--serviceaccount=cameras:default");
        assertEquals(
                "yes\n",
                kubectl.run(
                        "auth",
                        "can-i",
                        "get",
                        "secrets",
                        "-n",
                        "assistant",
                        "--as",
                        "system:serviceaccount:cameras:default"));
    }
}
