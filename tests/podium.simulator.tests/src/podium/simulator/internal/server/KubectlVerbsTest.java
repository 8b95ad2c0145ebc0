// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.simulator.Simulator;
import podium.simulator.SimulatorOptions;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

/** What an operator does with a pod that runs, by the newest kubectl of this machine, in a simulated fleet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlVerbsTest {
    private Simulator simulator;
    private Kubectl kubectl;
    private ObjectNode pod;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        assumeTrue(Kubectl.newest().isPresent(), "there is no kubectl on this machine");
        simulator = Simulator.start(SimulatorOptions.defaults());
        kubectl = Kubectl.newest(folder, simulator.kubeconfig());
        pod = simulator.store().list(ResourceTypes.POD, "").stream()
                .filter(found -> Json.text(found, "status", "phase").equals("Running"))
                .filter(found -> Json.namespace(found).equals("pretraining"))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private ObjectNode now() {
        return simulator
                .store()
                .get(ResourceTypes.POD, Json.namespace(pod), Json.name(pod))
                .orElseThrow();
    }

    private String run(String verb, String... more) throws Exception {
        return kubectl.run(words(verb, more));
    }

    private String[] words(String verb, String... more) {
        String[] words = new String[more.length + 3];
        words[0] = verb;
        words[1] = "-n";
        words[2] = Json.namespace(pod);
        System.arraycopy(more, 0, words, 3, more.length);
        return words;
    }

    @Test
    void debugStartsAShellInThePodThatEndsWithIt() throws Exception {
        String text = kubectl.typing(
                        "hostname\nexit 3\n",
                        words("debug", Json.name(pod), "--image=busybox", "-c", "typed", "--target=main", "-i"))
                .expect(0)
                .text();
        assertTrue(text.contains(Json.name(pod) + "\n"), text);
        assertEquals(3, Json.number(debugged("typed"), 0, "state", "terminated", "exitCode"));
    }

    private JsonNode debugged(String name) {
        return Json.objects(Json.at(now(), "status", "ephemeralContainerStatuses")).stream()
                .filter(status -> Json.text(status, "name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDebugContainerHasATargetAndStays() throws Exception {
        String text = kubectl.tryRun(words(
                        "debug", Json.name(pod), "--image=busybox", "--attach=false", "-c", "no", "--target=none"))
                .expect(1)
                .text();
        assertTrue(text.contains("targetContainerName: Not found: \"none\""), text);
        run("debug", Json.name(pod), "--image=busybox", "--attach=false", "-c", "stays");
        String change = "[{\"op\":\"remove\",\"path\":\"/spec/ephemeralContainers\"}]";
        String refused = kubectl.tryRun(words(
                        "patch",
                        "pod",
                        Json.name(pod),
                        "--subresource=ephemeralcontainers",
                        "--type=json",
                        "-p",
                        change))
                .expect(1)
                .text();
        assertTrue(refused.contains("existing ephemeral containers \"stays\" may not be removed"), refused);
        String meant = "{\"metadata\":{\"labels\":{\"x\":\"y\"}},\"spec\":{\"nodeName\":\"other\"}}";
        run("patch", "pod", Json.name(pod), "--subresource=ephemeralcontainers", "--type=merge", "-p", meant);
        assertEquals(Json.labels(pod), Json.labels(now()), "nothing else is written through it");
    }
}
