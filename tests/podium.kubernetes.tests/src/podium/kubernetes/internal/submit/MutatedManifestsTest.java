// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.Data;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.submit.Manifest;
import podium.operation.submit.ManifestCompiler.Source;
import podium.operation.submit.ManifestCompiler.Way;

/** Whatever is wrong with a manifest is said with its line, or the server is left to say it: nothing is ever thrown. */
class MutatedManifestsTest {
    private static final List<Way> WAYS =
            List.of(new Way.Free(), new Way.Held(), new Way.OnNode("n1"), new Way.OnDomain("example/rack", "r1"));
    private static final List<String> VALUES = List.of(
            "null",
            "\"\"",
            "\"x\"",
            "-1",
            "0",
            "99999999999999999999",
            "1e400",
            "true",
            "[]",
            "[null]",
            "[1]",
            "{}",
            "{\"a\":{}}",
            "[[]]",
            "\"\\u0000\"",
            "1.5",
            "\"-8\"",
            "\"1Ei\"");
    private static final List<String> LINES = List.of(
            "", "- ", "  x: {", "? a", "<<: 1", "key: *a", "a: &a [*a]", "\tx: 1", "--- |", "\"", "key: !!int x");

    private final Map<String, String> thrown = new TreeMap<>();

    private void submit(Shop shop, String name, String text) {
        try {
            Manifest manifest = shop.submitter().read(List.of(new Source(name, text)), "team");
            for (Manifest.Flaw flaw : manifest.flaws()) {
                if (flaw.at().line() < 1
                        || flaw.problem().isBlank()
                        || flaw.advice().isBlank()) {
                    thrown.putIfAbsent("flaw " + flaw, text);
                }
            }
            if (manifest.flaws().isEmpty() && !manifest.items().isEmpty()) {
                for (Way way : WAYS) {
                    if (shop.submitter().compile(manifest, way)
                                    instanceof Result.Refused(String reason, String advice, var _)
                            && (reason.isBlank() || advice.isBlank())) {
                        thrown.putIfAbsent("refused without words", text);
                    }
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            StackTraceElement[] at = e.getStackTrace();
            String where = "";
            for (StackTraceElement one : at) {
                if (where.isEmpty() && one.getClassName().startsWith("podium.kubernetes")) {
                    where = one.toString();
                }
            }
            thrown.putIfAbsent(e.getClass().getSimpleName() + " " + where, e.getMessage() + "\n" + text);
        }
    }

    /** One value of the tree is another than it was. */
    private static String tree(JsonNode object, Random random) throws IOException {
        JsonNode copy = object.deepCopy();
        List<Runnable> places = new ArrayList<>();
        places(copy, places, random);
        places.get(random.nextInt(places.size())).run();
        return Trees.write(copy);
    }

    private static void places(JsonNode node, List<Runnable> places, Random random) {
        if (node instanceof ObjectNode map) {
            map.properties().forEach(field -> {
                places.add(() -> map.set(field.getKey(), value(random)));
                places.add(() -> map.remove(field.getKey()));
                places(field.getValue(), places, random);
            });
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                places.add(() -> list.set(at, value(random)));
                places.add(() -> list.add(list.get(at).deepCopy()));
                places(list.get(i), places, random);
            }
        }
    }

    private static JsonNode value(Random random) {
        try {
            return Trees.read(VALUES.get(random.nextInt(VALUES.size())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line, or one letter, of the text is another than it was. */
    private static String text(String yaml, Random random) {
        List<String> lines = new ArrayList<>(yaml.lines().toList());
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, " " + line);
            case 3 -> lines.set(at, LINES.get(random.nextInt(LINES.size())));
            case 4 -> lines.set(at, line.replaceFirst(":.*", ": " + VALUES.get(random.nextInt(VALUES.size()))));
            default -> {
                int letter = line.isEmpty() ? 0 : random.nextInt(line.length());
                lines.set(
                        at,
                        line.substring(0, letter)
                                + ":{[&*!|'\"#%@`".charAt(random.nextInt(13))
                                + line.substring(letter));
            }
        }
        return String.join("\n", lines);
    }

    private void mutate(Map<String, String> samples, int times) throws IOException {
        Set<String> kinds = new TreeSet<>();
        for (String sample : samples.values()) {
            Documents documents = new Documents();
            documents.read(new Source("", sample));
            documents
                    .found()
                    .forEach(found -> kinds.add(found.object().path("kind").asText()));
        }
        Shop shop = new Shop().everything(kinds);
        Random random = new Random(20_000);
        for (Map.Entry<String, String> sample : samples.entrySet()) {
            Documents documents = new Documents();
            documents.read(new Source("", sample.getValue()));
            for (int i = 0; i < times; i++) {
                submit(shop, sample.getKey(), text(sample.getValue(), random));
                for (Document document : documents.found()) {
                    submit(shop, sample.getKey(), tree(document.object(), random));
                }
            }
        }
        assertEquals(Map.of(), thrown);
    }

    @Test
    void ofEveryUpstreamExampleIsReadWithoutAnException() throws IOException {
        Map<String, String> samples = new TreeMap<>();
        for (Path file : Data.files("workloads")) {
            samples.put(file.getFileName().toString(), Files.readString(file));
        }
        mutate(samples, 4);
    }

    private static final String POD = "{containers: [{name: c, image: i, resources: {limits: {nvidia.com/gpu: 8}}}],"
            + " nodeSelector: {a: b}, tolerations: [{key: t, operator: Exists}]}";

    private static Map<String, String> samples() {
        String head = "kind: %s%nmetadata:%n  name: x%n  labels: {kueue.x-k8s.io/queue-name: q}%n  annotations: {a:"
                + " b}%nspec:%n";
        return Map.of(
                "Job",
                "apiVersion: batch/v1\n" + head.formatted("Job") + "  parallelism: 4\n  completions: 4\n  template:\n"
                        + "    metadata: {labels: {a: b}}\n    spec: " + POD,
                "JobSet",
                "apiVersion: jobset.x-k8s.io/v1alpha2\n" + head.formatted("JobSet")
                        + "  replicatedJobs:\n  - name: w\n    replicas: 2\n    template:\n      spec:\n"
                        + "        parallelism: 2\n        template:\n          spec: " + POD,
                "RayCluster",
                "apiVersion: ray.io/v1\n" + head.formatted("RayCluster")
                        + "  headGroupSpec:\n    template:\n      spec: " + POD
                        + "\n  workerGroupSpecs:\n  - groupName: g\n    replicas: 2\n    template:\n      spec: " + POD,
                "InferenceService",
                "apiVersion: serving.kserve.io/v1beta1\n" + head.formatted("InferenceService")
                        + "  predictor:\n"
                        + "    minReplicas: 2\n"
                        + "    model:\n"
                        + "      resources: {limits: {nvidia.com/gpu: 1}}",
                "Experiment",
                "apiVersion: kubeflow.org/v1beta1\n" + head.formatted("Experiment")
                        + "  parallelTrialCount: 2\n  trialTemplate:\n    trialSpec:\n      apiVersion: batch/v1\n"
                        + "      kind: Job\n      spec:\n        template:\n          spec: " + POD,
                "Workflow",
                "apiVersion: argoproj.io/v1alpha1\n" + head.formatted("Workflow")
                        + "  entrypoint: a\n  templates:\n  - name: a\n    steps: [[{name: s, template: b}]]\n"
                        + "  - name: b\n    container: {image: i, resources: {limits: {nvidia.com/gpu: 1}}}");
    }

    @Test
    void ofSamplesOfUnlikeKindsIsReadWithoutAnException() throws IOException {
        mutate(samples(), 30);
    }

    @Test
    void aFieldOfAnotherShapeIsNamedWithItsLine() throws IOException {
        Shop shop = new Shop().everything(Set.of("Job", "Widget"));
        String job = "apiVersion: batch/v1\n"
                + "kind: Job\n"
                + "metadata:\n"
                + "  name: x\n"
                + "  %s\n"
                + "spec:\n"
                + "  template:\n"
                + "    spec:\n"
                + "      %s\n";
        assertEquals(
                "line 5: metadata.annotations is not a mapping of names to values.",
                flaw(shop, job.formatted("annotations: 1.5", "containers: []")));
        assertEquals(
                "line 9: spec.template.spec.containers is not a list.",
                flaw(shop, job.formatted("annotations:", "containers: {name: c}")));
        assertEquals("", flaw(shop, job.formatted("annotations: {spec: text}", "containers: []")));
        assertEquals("", flaw(shop, "apiVersion: v1\nkind: Widget\nmetadata: {name: x}\ndata: {spec: s}\nspec: s"));
    }

    private static String flaw(Shop shop, String text) throws IOException {
        return shop.submitter().read(List.of(new Source("", text)), "team").flaws().stream()
                .map(flaw -> flaw.at().words() + ": " + flaw.problem())
                .findFirst()
                .orElse("");
    }
}
