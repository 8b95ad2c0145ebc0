// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.simulator.Simulator;
import podium.simulator.SimulatorOptions;
import podium.simulator.store.ResourceTypes;
import podium.testkit.Await;

/** A pod that {@code kubectl run -i} makes to be typed into ends with what is typed, by the newest kubectl of this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlRunTest {
    private Simulator simulator;
    private Kubectl kubectl;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        assumeTrue(Kubectl.newest().isPresent(), "there is no kubectl on this machine");
        simulator =
                Simulator.start(SimulatorOptions.defaults().withScenario("edge").withSpeed(20));
        kubectl = Kubectl.newest(folder, simulator.kubeconfig());
    }

    @AfterAll
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private Kubectl.Output run(String name, String typed, String restart, String... command) throws Exception {
        String[] words = new String[7 + command.length];
        System.arraycopy(
                new String[] {"run", name, "-i", "--rm", "--image=busybox", "--restart=" + restart, "--"},
                0,
                words,
                0,
                7);
        System.arraycopy(command, 0, words, 7, command.length);
        return kubectl.typing(typed, words);
    }

    private boolean isGone(String name) {
        return simulator.store().get(ResourceTypes.POD, "default", name).isEmpty();
    }

    @Test
    void aCommandThatEndsIsWrittenAndItsPodDeleted() throws Exception {
        String text = run("one", "", "Never", "echo", "hello").expect(0).text();
        assertTrue(text.contains("hello\n"), text);
        assertTrue(text.contains("pod \"one\" deleted from default namespace"), text);
        Await.until("it is gone", () -> isGone("one"));
    }

    @Test
    void whatIsTypedEndsItWithItsExitCode() throws Exception {
        String text =
                run("two", "echo $HOSTNAME\nexit 3\n", "Never", "sh").expect(3).text();
        assertTrue(text.contains("two\n"), text);
        assertTrue(text.contains("pod default/two terminated (Error)"), text);
        Await.until("it is gone", () -> isGone("two"));
    }

    @Test
    void aPodThatStartsAgainIsDeletedAsWell() throws Exception {
        String text = run("three", "echo $HOSTNAME\n", "Always", "sh").expect(0).text();
        assertTrue(text.contains("three\n"), text);
        Await.until("it is gone", () -> isGone("three"));
    }

    @Test
    void aNodeIsDebuggedByACommandThatEnds() throws Exception {
        String text = kubectl.typing("", "debug", "node/edge-1", "-i", "--image=busybox", "--", "echo", "hello")
                .expect(0)
                .text();
        assertTrue(text.contains("hello\n"), text);
    }

    @Test
    void aPodIsNotEndedWhileItMayBeTypedInto() throws Exception {
        kubectl.manifest("typed.yaml", """
            {apiVersion: v1, kind: Pod, metadata: {name: typed}, spec: {restartPolicy: Never, containers: [{name: main,
            image: busybox, stdin: true, tty: true}]}}
            """);
        kubectl.run("apply", "-f", "typed.yaml");
        kubectl.run("wait", "--for=condition=Ready", "pod/typed", "--timeout=20s");
        simulator.clock().advance(Duration.ofMinutes(5));
        assertEquals("Running", kubectl.run("get", "pod", "typed", "-o", "jsonpath={.status.phase}"));
        kubectl.typing("exit 0\n", "attach", "-i", "typed").expect(0);
        kubectl.run("wait", "--for=jsonpath={.status.phase}=Succeeded", "pod/typed", "--timeout=20s");
    }

    @Test
    void withoutDeletionItStaysWithHowItEnded() throws Exception {
        String text = kubectl.typing("exit 0\n", "run", "four", "-i", "--image=busybox", "--restart=Never", "--", "sh")
                .expect(0)
                .text();
        assertTrue(!text.contains("deleted"), text);
        assertEquals(
                "Succeeded 0 Completed",
                kubectl.run(
                        "get",
                        "pod",
                        "four",
                        "-o",
                        "jsonpath={.status.phase} {.status.containerStatuses[0].state.terminated.exitCode}"
                                + " {.status.containerStatuses[0].state.terminated.reason}"));
    }
}
