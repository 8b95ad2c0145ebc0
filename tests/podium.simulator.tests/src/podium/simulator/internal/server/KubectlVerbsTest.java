// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.simulator.Simulator;
import podium.simulator.SimulatorOptions;
import podium.simulator.internal.json.Json;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ResourceTypes;

/** What an operator does with a pod that runs, by the newest kubectl of this machine, in a simulated fleet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlVerbsTest {
    private Path folder;
    private Simulator simulator;
    private Kubectl kubectl;
    private ObjectNode pod;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        assumeTrue(Kubectl.newest().isPresent(), "there is no kubectl on this machine");
        simulator = Simulator.start(SimulatorOptions.defaults());
        kubectl = Kubectl.newest(folder, simulator.kubeconfig());
        this.folder = folder;
        pod = running("pretraining");
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

    /** kubectl sends the whole pod as protobuf. */
    @Test
    void aNodeIsDebuggedByAPodThatHasItsRootAndItsProcesses() throws Exception {
        String node = Json.text(pod, "spec", "nodeName");
        kubectl.run("debug", "node/" + node, "--image=busybox", "--attach=false", "--profile=sysadmin");
        String made = kubectl.run("get", "pods", "-l", "app.kubernetes.io/managed-by=kubectl-debug", "-o", "name")
                .strip();
        assertEquals(
                "true true /host /host-root / Exists true",
                kubectl.run(
                        "get",
                        made,
                        "-o",
                        "jsonpath={.spec.hostPID} {.spec.hostNetwork} {.spec.containers[0].volumeMounts[0].mountPath}"
                                + " /{.spec.containers[0].volumeMounts[0].name} {.spec.volumes[0].hostPath.path}"
                                + " {.spec.tolerations[0].operator} {.spec.containers[0].securityContext.privileged}"));
        // its image is pulled for up to 18 s and started for up to 3
        kubectl.run("wait", "--for=condition=Ready", made, "--timeout=25s");
        assertTrue(kubectl.run("exec", made, "--", "chroot", "/host", "nvidia-smi", "-L")
                .contains("GPU 7: "));
    }

    @Test
    void aCopyOfAPodIsDebuggedWithAnotherCommandAndImage() throws Exception {
        run("debug", Json.name(pod), "--copy-to=copied", "--container=main", "--attach=false", "--", "sleep", "100");
        assertEquals(
                "[\"sleep\",\"100\"] 8",
                run(
                        "get",
                        "pod",
                        "copied",
                        "-o",
                        "jsonpath={.spec.containers[0].args}{.spec.containers[0].command}"
                                + " {.spec.containers[0].resources.limits.nvidia\\.com/gpu}"));
        run(
                "debug",
                Json.name(pod),
                "--copy-to=beside",
                "--image=busybox",
                "-c",
                "dbg",
                "--share-processes",
                "--attach=false");
        assertEquals(
                "true main dbg",
                run("get", "pod", "beside", "-o", "jsonpath={.spec.shareProcessNamespace} {.spec.containers[*].name}"));
    }

    @Test
    void theLogsOfAllPodsOfAJobAreReadTogether() throws Exception {
        String job = Json.text(pod, "metadata", "labels", "batch.kubernetes.io/job-name");
        String selected = "batch.kubernetes.io/job-name=" + job;
        String all = run("logs", "-l", selected, "--prefix", "-c", "main", "--tail=1", "--max-log-requests=64");
        long pods = run("get", "pods", "-l", selected, "-o", "name").lines().count();
        assertEquals(pods, all.lines().count(), all);
        assertTrue(all.lines().allMatch(line -> line.matches("\\[pod/" + job + "-\\d+-\\w+/main] .*")), all);
        String few = kubectl.tryRun(words("logs", "-l", selected, "-c", "main", "-f", "--max-log-requests=1"))
                .expect(1)
                .text();
        assertTrue(few.contains("increase maximum allowed concurrency") || few.contains("max-log-requests"), few);
    }

    @Test
    void aShellThatLogsInRunsItsScriptToo() throws Exception {
        assertEquals("7\n", run("exec", Json.name(pod), "-c", "main", "--", "bash", "-lc", "echo 7"));
    }

    @Test
    void aForwardedPortAnswersWhatThePodServes() throws Exception {
        ObjectNode server = running("serving");
        assertEquals(
                List.of(200, 200), forwarded(kubectl, "serving", "pod/" + Json.name(server), 8000, "/", "/health"));
        assertEquals(List.of(200), forwarded(kubectl, "serving", "service/embed", 80, "/"));
    }

    @Test
    void aForwardThatFallsBackToSpdyAnswersToo() throws Exception {
        Kubectl old = Kubectl.newest(folder, simulator.kubeconfig());
        old.setVariable("KUBECTL_PORT_FORWARD_WEBSOCKETS", "false");
        assertEquals(List.of(200), forwarded(old, "gpu-operator", "ds/nvidia-dcgm-exporter", 9400, "/metrics"));
    }

    @Test
    void aPortAtWhichNobodyListensIsTold() throws Exception {
        Process forward = kubectl.start(words("port-forward", "pod/" + Json.name(pod), ":81"));
        try (BufferedReader lines = forward.inputReader()) {
            int port = port(lines);
            assertThrows(IOException.class, () -> get(port, "/"));
            String told = String.join("\n", lines.readAllLines());
            assertTrue(told.contains("connect: connection refused"), told);
            assertEquals(1, forward.waitFor());
        } finally {
            forward.destroy();
        }
    }

    /** The session of a client outlives the pod; what comes through it then is refused. */
    @Test
    void whatComesThroughAForwardWhosePodIsGoneIsRefused() throws Exception {
        ObjectNode server = running("gpu-operator");
        Process forward = kubectl.start("port-forward", "-n", "gpu-operator", "pod/" + Json.name(server), ":9400");
        try (BufferedReader lines = forward.inputReader()) {
            int port = port(lines);
            get(port, "/metrics");
            simulator.store().delete(ResourceTypes.POD, "gpu-operator", Json.name(server), DeleteOptions.now());
            assertThrows(IOException.class, () -> get(port, "/"));
            String told = String.join("\n", lines.readAllLines());
            assertTrue(told.contains("failed to find sandbox"), told);
        } finally {
            forward.destroy();
        }
    }

    private ObjectNode running(String namespace) {
        return simulator.store().list(ResourceTypes.POD, "").stream()
                .filter(found -> Json.text(found, "status", "phase").equals("Running"))
                .filter(found -> Json.namespace(found).equals(namespace))
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> forwarded(Kubectl by, String namespace, String target, int remote, String... paths)
            throws Exception {
        Process forward = by.start("port-forward", "-n", namespace, target, ":" + remote);
        try (BufferedReader lines = forward.inputReader()) {
            int port = port(lines);
            List<Integer> codes = new ArrayList<>();
            for (String path : paths) {
                codes.add(get(port, path));
            }
            return codes;
        } finally {
            forward.destroy();
        }
    }

    private static int port(BufferedReader lines) throws IOException {
        String first = String.valueOf(lines.readLine());
        assertTrue(first.startsWith("Forwarding from 127.0.0.1:"), first);
        return Integer.parseInt(first.replaceAll("Forwarding from 127.0.0.1:(\\d+) .*", "$1"));
    }

    private static int get(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    @Test
    void topShowsWhatPodsAndNodesUse() throws Exception {
        String pods = run("top", "pod", Json.name(pod), "--containers");
        assertTrue(pods.matches("(?s)POD +NAME +CPU\\(cores\\) +MEMORY\\(bytes\\).*main +\\d+m +\\d+Mi\\s+"), pods);
        String nodes = kubectl.run("top", "nodes");
        assertTrue(nodes.contains(Json.text(pod, "spec", "nodeName")), nodes);
        assertTrue(
                nodes.lines().skip(1).allMatch(line -> line.matches("\\S+ +\\d+m +\\d+% +\\d+Mi +\\d+%\\s*")), nodes);
    }

    @Test
    void aTokenThatWasMadeIsThatOfItsServiceAccount() throws Exception {
        String token = run("create", "token", "default").strip();
        Files.createDirectories(folder.resolve("other"));
        Kubectl other =
                Kubectl.newest(folder.resolve("other"), simulator.kubeconfig().replace(simulator.token(), token));
        String whoAmI = other.run("auth", "whoami");
        assertTrue(whoAmI.contains("system:serviceaccount:pretraining:default"), whoAmI);
        assertTrue(other.tryRun("get", "pods", "-A").expect(1).text().contains("forbidden"));
        kubectl.tryRun(words("create", "token", "default", "--duration=1m")).expect(1);
    }

    @Test
    void anotherUserIsActedAsWithTheRightsThatHeHas() throws Exception {
        String refused =
                kubectl.tryRun(words("get", "pods", "--as=nobody")).expect(1).text();
        assertTrue(refused.contains("User \"nobody\" cannot list resource \"pods\""), refused);
        assertTrue(kubectl.run("get", "pods", "-A", "--as=x", "--as-group=system:masters")
                .contains(Json.name(pod)));
    }

    @Test
    void whatThePodWritesIsReadAndAttachedTo() throws Exception {
        assertTrue(run("logs", Json.name(pod), "--tail=20").contains("step "), "not each line tells a step");
        Process attached = kubectl.start(words("attach", Json.name(pod)));
        try (BufferedReader lines = attached.inputReader()) {
            assertTrue(lines.lines().anyMatch(line -> line.contains("step ")));
        } finally {
            attached.destroy();
        }
    }

    /** kubectl sends these as protobuf. */
    @Test
    void whatIsCreatedIsWhatWasAskedFor() throws Exception {
        run("create", "secret", "generic", "made", "--from-literal=password=hidden");
        assertEquals("aGlkZGVu", run("get", "secret", "made", "-o", "jsonpath={.data.password}"));
        run("create", "quota", "made", "--hard=pods=3,requests.cpu=1500m");
        assertEquals(
                "3 1500m", run("get", "quota", "made", "-o", "jsonpath={.spec.hard.pods} {.spec.hard.requests\\.cpu}"));
        run("create", "service", "clusterip", "made", "--tcp=80:http");
        assertEquals(
                "80 http made",
                run(
                        "get",
                        "service",
                        "made",
                        "-o",
                        "jsonpath={.spec.ports[0].port} {.spec.ports[0].targetPort} {.spec.selector.app}"));
        run("create", "cronjob", "made", "--image=x", "--schedule=0 3 * * *", "--", "sh", "-c", "true");
        assertEquals(
                "0 3 * * * x [\"sh\",\"-c\",\"true\"]",
                run(
                        "get",
                        "cronjob",
                        "made",
                        "-o",
                        "jsonpath={.spec.schedule}"
                                + " {.spec.jobTemplate.spec.template.spec.containers[0]['image','command']}"));
        run("create", "pdb", "made", "--selector=app=made", "--min-available=50%");
        assertEquals(
                "50% made",
                run("get", "pdb", "made", "-o", "jsonpath={.spec.minAvailable} {.spec.selector.matchLabels.app}"));
        run("create", "deployment", "made", "--image=x", "--port=8080", "--replicas=0");
        assertEquals(
                "8080",
                run(
                        "get",
                        "deployment",
                        "made",
                        "-o",
                        "jsonpath={.spec.template.spec.containers[0].ports[0].containerPort}"));
    }

    @Test
    void describeTellsOfContainersAndEvents() throws Exception {
        String text = run("describe", "pod", Json.name(pod));
        for (String wanted : List.of("Node: ", "Containers:", "Conditions:", "Events:", "nvidia.com/gpu")) {
            assertTrue(text.contains(wanted), text);
        }
        String service = kubectl.run("describe", "service", "embed", "-n", "serving");
        assertTrue(service.matches("(?s).*TargetPort: +http/TCP.*"), service);
    }

    @Test
    void whatIsCopiedIntoAContainerAndBackIsTheSame() throws Exception {
        byte[] bytes = new byte[1_500_000];
        new Random(1).nextBytes(bytes);
        String longName = "n".repeat(120);
        Files.createDirectories(folder.resolve("there/below"));
        Files.write(folder.resolve("there/big"), bytes);
        Files.writeString(folder.resolve("there/below").resolve(longName), "x");
        String remote = Json.namespace(pod) + "/" + Json.name(pod) + ":/data";
        kubectl.run("cp", "there", remote);
        kubectl.run("cp", remote + "/there", "back");
        assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("back/big")));
        assertEquals("x", Files.readString(folder.resolve("back/below").resolve(longName)));
        Files.createSymbolicLink(folder.resolve("there/link"), Path.of("below"));
        kubectl.run("cp", "there", remote + "/linked");
        assertTrue(run("exec", Json.name(pod), "-c", "main", "--", "ls", "/data/linked/link")
                .contains(longName));
        String skipped = kubectl.run("cp", remote + "/linked", "again");
        assertTrue(skipped.contains("skipping symlink: \"again/link\" -> \"below\""), skipped);
        assertEquals(
                "big\n",
                run("exec", Json.name(pod), "-c", "main", "--", "ls", "/data/there")
                        .replace("below  ", ""));
    }
}
