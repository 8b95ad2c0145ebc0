// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import podium.testkit.ServerMatrix;

/**
 * Random pods on random nodes: whether a pod fits each node and whether it fits any, and in which words not. The answers of
 * kube-scheduler 1.36 are kept in {@code scheduler-answers.txt}, and every scheduler that is at hand must give the same. To
 * try other worlds: the system property {@code podium.worlds} says {@code FIRST-LAST}; with {@code podium.answers} naming a file
 * that is not there, a run on a real scheduler writes its answers to it, and the next run compares with them. It takes minutes, and
 * has servers of its own, on which it is asked at the same time.
 */
@ParameterizedClass(name = "{0}", autoCloseArguments = false)
@MethodSource("podium.simulator.conformance.Scheduled#alone")
@ExtendWith(ServerMatrix.class)
@Execution(ExecutionMode.CONCURRENT)
class SchedulerTest {

    private static final int SUBJECTS = 8;
    private static final List<String> NODES = List.of("n0", "n1", "n2", "n3", "n4");

    private final Server server;
    private final Bench bench;

    SchedulerTest(Server server) {
        this.server = server;
        this.bench = new Bench(server);
    }

    @AfterEach
    void clear() {
        bench.clear();
    }

    @Test
    void everyNodeIsTakenOrRefusedInTheSameWords() throws IOException {
        Map<String, String> kept = kept();
        Map<String, String> answers = new LinkedHashMap<>();
        List<String> differences = new ArrayList<>();
        String[] worlds = System.getProperty("podium.worlds", "0-7").split("-");
        for (int world = Integer.parseInt(worlds[0]); world <= Integer.parseInt(worlds[1]); world++) {
            RandomWorld random = new RandomWorld(world);
            settle(random, world);
            for (int i = 0; i < SUBJECTS; i++) {
                ObjectNode subject = random.pod("subject-" + world + "-" + i, "");
                ask(world + "." + i, subject, kept, answers, differences);
            }
            bench.clear();
        }
        if (!server.simulated() && kept.isEmpty()) {
            write(answers);
        } else if (!kept.isEmpty()) {
            assertEquals(kept.keySet(), answers.keySet());
            assertEquals(List.of(), differences, differences.size() + " of " + answers.size());
        }
        long fit = answers.values().stream().filter(String::isEmpty).count();
        assertTrue(fit > answers.size() / 5 && fit < answers.size() * 4 / 5, fit + " of " + answers.size() + " fit");
    }

    /** Nodes and the pods on them: some run, one is ending, one has finished. */
    private void settle(RandomWorld random, int world) throws IOException {
        for (JsonNode object : new YAMLMapper().readTree(resource("world.yaml"))) {
            bench.ensure((ObjectNode) object.get("object"), object.path("in").asText());
        }
        for (String node : NODES) {
            bench.node(node, random.labels(), random.nodeSpec(), random.allocatable());
        }
        for (int i = 0; i < 7; i++) {
            String namespace = i % 3 == 2 ? "other" : "team";
            ObjectNode pod = random.pod("p" + world + "-" + i, NODES.get((i * 3 + world) % 5));
            if (i == 1 && world % 2 == 0) {
                ((ObjectNode) pod.get("spec"))
                        .set(
                                "volumes",
                                Objects.yaml("{v: [{name: v, persistentVolumeClaim: {claimName: lone}}]}")
                                        .get("v"));
            }
            if (i == 5) {
                ((ObjectNode) pod.get("metadata")).putArray("finalizers").add("podium.test/stay");
            }
            String path = Bench.pods(namespace) + "/"
                    + bench.pod(namespace, pod).at("/metadata/name").asText();
            if (i == 5) {
                bench.api().delete(path, "{'gracePeriodSeconds':0}").expect(200);
            } else if (i == 6) {
                bench.api()
                        .patch(path + "/status", ApiClient.MERGE, "{'status':{'phase':'Succeeded'}}")
                        .expect(200);
            }
        }
    }

    private void ask(
            String name,
            ObjectNode subject,
            Map<String, String> kept,
            Map<String, String> answers,
            List<String> differences) {
        Map<String, ObjectNode> questions = new LinkedHashMap<>();
        questions.put(name, subject);
        NODES.forEach(node -> questions.put(name + "." + node, Bench.held(subject, node)));
        questions.forEach((question, pod) -> {
            String known = kept.getOrDefault(question, "");
            String says = bench.says("team", pod);
            for (int again = 0; again < 3 && !says.equals(known) && !kept.isEmpty(); again++) {
                says = bench.says("team", pod); // it may not have heard of all before
            }
            if (!says.equals(known)) {
                differences.add(question + " says '" + says + "', known is '" + known + "'\n" + pod + "\n");
            }
            answers.put(question, says);
        });
    }

    private static Map<String, String> kept() throws IOException {
        Map<String, String> kept = new LinkedHashMap<>();
        String file = System.getProperty("podium.answers", "");
        String text = file.isEmpty()
                ? resource("scheduler-answers.txt")
                : Files.exists(Path.of(file)) ? Files.readString(Path.of(file)) : "";
        text.lines().forEach(line -> {
            int space = line.indexOf(' ');
            kept.put(line.substring(0, space), line.substring(space + 1));
        });
        return kept;
    }

    private static void write(Map<String, String> answers) throws IOException {
        StringBuilder text = new StringBuilder();
        answers.forEach((question, answer) ->
                text.append(question).append(' ').append(answer).append('\n'));
        Files.writeString(Path.of(System.getProperty("podium.answers")), text);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SchedulerTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
