// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import podium.kubernetes.testkit.Data;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.submit.Manifest;
import podium.operation.submit.Manifest.Item;
import podium.operation.submit.ManifestCompiler.Source;
import podium.operation.submit.ManifestCompiler.Way;

/** Every manifest of the upstream examples is submitted free, held and placed, or refused in words that name its line. */
class UpstreamManifestsTest {
    /** What is refused, by file and way, with a word of the reason. */
    private static final Map<String, String> REFUSED = new TreeMap<>(Map.ofEntries(
            Map.entry("argo-workflow-k8s-jobs.yaml", "This Workflow has no name"),
            Map.entry("jobset-exclusive-placement.yaml OnNode", "of its own"),
            Map.entry("jobset-tpu-multislice-v6e.yaml OnNode", "of its own"),
            Map.entry("katib-experiment-trainjob.yaml OnDomain", "torch-distributed"),
            Map.entry("katib-experiment-trainjob.yaml OnNode", "torch-distributed"),
            Map.entry("kueue-topologyassignment-fragment-1.yaml", "apiVersion is missing"),
            Map.entry("kueue-topologyassignment-fragment-2.yaml", "apiVersion is missing"),
            Map.entry("trainjob-flux-gpus.yaml OnDomain", "flux-distributed"),
            Map.entry("trainjob-flux-gpus.yaml OnNode", "flux-distributed"),
            Map.entry("trainjob-multi-node.yaml OnDomain", "torch-distributed"),
            Map.entry("trainjob-multi-node.yaml OnNode", "torch-distributed"),
            Map.entry("volcano-hypernodes-1.yaml", "apiVersion is missing"),
            Map.entry("volcano-hypernodes-2.yaml", "apiVersion is missing"),
            Map.entry("volcano-jobflow.yaml Held", "JobTemplates"),
            Map.entry("volcano-jobflow.yaml OnDomain", "JobTemplates"),
            Map.entry("volcano-jobflow.yaml OnNode", "JobTemplates")));

    private static final List<Way> WAYS =
            List.of(new Way.Free(), new Way.Held(), new Way.OnNode("n1"), new Way.OnDomain("example/rack", "r1"));
    private static final Set<String> NO_NAMESPACE = Set.of(
            "AdmissionCheck",
            "ClusterQueue",
            "ClusterTrainingRuntime",
            "Cohort",
            "HyperNode",
            "Namespace",
            "ProvisioningRequestConfig",
            "Queue",
            "ResourceFlavor",
            "Topology",
            "WorkloadPriorityClass");

    /** A server with all the kinds that are in the files. */
    private static Shop shop() throws IOException {
        Set<String> kinds = new TreeSet<>();
        for (Path file : Data.files("workloads")) {
            Documents documents = new Documents();
            documents.read(new Source("", Files.readString(file)));
            documents.found().forEach(document -> {
                String kind = document.object().path("kind").asText();
                kinds.add(kind + (NO_NAMESPACE.contains(kind) ? "!" : ""));
            });
        }
        return new Shop().everything(kinds);
    }

    @Test
    void isSubmittedOrRefusedInWords() throws IOException {
        Shop shop = shop();
        Map<String, String> refused = new TreeMap<>();
        int jobs = 0;
        List<String> withoutPods = new ArrayList<>();
        for (Path file : Data.files("workloads")) {
            String name = file.getFileName().toString();
            Manifest manifest = shop.submitter().read(List.of(new Source(name, Files.readString(file))), "team");
            manifest.flaws().forEach(flaw -> {
                assertTrue(flaw.at().line() >= 1 && !flaw.advice().isBlank(), flaw::words);
                refused.put(name, flaw.words());
            });
            if (!manifest.flaws().isEmpty() || manifest.items().isEmpty()) {
                continue;
            }
            for (Item item : manifest.jobs()) {
                jobs++;
                if (item.work().orElseThrow().groups().isEmpty()) {
                    withoutPods.add(name + " " + item.words());
                }
            }
            for (Way way : WAYS) {
                switch (shop.submitter().compile(manifest, way)) {
                    case Result.Compiled(var plan) -> {
                        assertEquals(manifest.items().size(), plan.steps().size(), name);
                        assertTrue(plan.canUndo(), name);
                    }
                    case Result.Refused(String reason, String advice, var _) -> {
                        assertFalse(reason.isBlank() || advice.isBlank(), name);
                        refused.put(name + " " + way.getClass().getSimpleName(), reason);
                    }
                }
            }
        }
        assertTrue(jobs >= 30, "jobs: " + jobs);
        assertEquals(REFUSED, shortened(refused), refused::toString);
        assertEquals(
                List.of(
                        "katib-experiment-trainjob.yaml Experiment kubeflow/torch-distributed-example",
                        "trainjob-multi-node.yaml TrainJob team/multi-node-example",
                        "volcano-jobflow.yaml JobFlow default/test"),
                withoutPods);
    }

    /** The word that was expected where it is in the reason. */
    private static Map<String, String> shortened(Map<String, String> refused) {
        Map<String, String> words = new TreeMap<>();
        refused.forEach((name, reason) -> {
            String expected = REFUSED.getOrDefault(name, reason);
            words.put(name, reason.contains(expected) ? expected : reason);
        });
        return words;
    }
}
