// SPDX-License-Identifier: Apache-2.0
package podium.journeys.dra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.kubernetes.testkit.Data;
import podium.placement.Verdict;

/** Files of slices, classes, claims and pods: those that ship with the tests, and those of real drivers where they are at hand. */
class DraFixtureTest {
    /** Classes as the drivers' charts install them, for files that have claims alone. */
    private static final Map<String, String> CLASSES = Map.of(
            "gpu.nvidia.com",
            "device.driver == 'gpu.nvidia.com' && device.attributes['gpu.nvidia.com'].type == 'gpu'",
            "mig.nvidia.com",
            "device.driver == 'gpu.nvidia.com' && device.attributes['gpu.nvidia.com'].type == 'mig'",
            "gpu.example.com",
            "device.driver == 'gpu.example.com'");

    private static String pod(String name, String namespace, String claims) {
        return """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","namespace":"%s","uid":"uid-%s"},
            "spec":{"resourceClaims":[%s],"containers":[{"name":"c"}]},"status":{"phase":"Pending"}}\
            """.formatted(name, namespace, name, claims);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one-large | n1 | FITS | ",
                "one-large | n2 | DOES_NOT_FIT | asks for 1 device of class gpu.example.com with memory of at least"
                        + " 80Gi; the node has none",
                "four | n1 | DOES_NOT_FIT | asks for 4 devices of class gpu.example.com; the node has 4, 1 allocated:"
                        + " 1 by llm-eval-7",
                "four | n2 | FITS | ",
                "near | n1 | FITS | ",
                "near | n2 | DOES_NOT_FIT | asks for 2 devices of class gpu.example.com, all of one"
                        + " resource.kubernetes.io/pcieRoot; the node has at most 1 free ones of one",
                "slice | n3 | FITS | ",
                "slices | n3 | DOES_NOT_FIT | asks for 5 devices of class mig.example.com; the node has 6 to cut from"
                        + " its devices, but not so many at once",
                "either | n1 | DOES_NOT_FIT | asks for 2 devices of class mig.example.com; the node has none; nor can"
                        + " its other choice be met: 4 devices of class gpu.example.com",
                "either | n2 | FITS | ",
                "either | n3 | FITS | ",
                "tolerant | n3 | FITS | ",
            })
    void everyPodOfTheFixtureIsJudged(String pod, String node, String fit, String reason) throws Exception {
        try (DraFleet fleet = new DraFleet()) {
            Data.objects(Data.fixture(DraFixtureTest.class, "cluster.yaml")).forEach(fleet::read);
            Verdict verdict = fleet.verdict(pod, node);
            assertEquals(reason == null ? List.of() : List.of(reason), verdict.reasons());
            assertEquals(fit, verdict.fit().name());
        }
    }

    @Test
    void everyFileOfRealDriversIsReadAndEveryClaimOfItJudged() throws Exception {
        int judged = 0;
        Map<String, Integer> fits = new LinkedHashMap<>();
        for (Path file : Data.files("dra")) {
            try (DraFleet fleet = new DraFleet()) {
                List<String> pods = read(fleet, Data.objects(Files.readString(file)));
                for (Path slices : Data.files("dra")) {
                    if (slices.getFileName().toString().startsWith("resourceslice")) {
                        Data.objects(Files.readString(slices)).forEach(fleet::read);
                    }
                }
                for (String pod : pods) {
                    for (String node : fleet.nodes()) {
                        Verdict verdict = fleet.verdict(pod, node);
                        judged++;
                        fits.merge(verdict.fit().name(), 1, Integer::sum);
                        assertEquals(
                                verdict.fit().name().equals("FITS"),
                                verdict.reasons().isEmpty(),
                                () -> file + " " + pod + " on " + node + ": " + verdict);
                        assertFalse(
                                verdict.reasons().stream().anyMatch(it -> it.contains("does not compile")),
                                () -> file + " " + pod + " on " + node + ": " + verdict);
                    }
                }
            }
        }
        assertTrue(judged > 50, "verdicts: " + judged);
        assertTrue(fits.getOrDefault("FITS", 0) > 0 && fits.getOrDefault("DOES_NOT_FIT", 0) > 0, fits.toString());
    }

    /** Reads a file's objects with the classes its claims are of; the names of pods that use its claims and templates. */
    private static List<String> read(DraFleet fleet, List<String> objects) {
        CLASSES.forEach((name, selector) -> fleet.read("""
            {"apiVersion":"resource.k8s.io/v1","kind":"DeviceClass","metadata":{"name":"%s"},
            "spec":{"selectors":[{"cel":{"expression":"%s"}}]}}\
            """.formatted(name, selector)));
        List<String> pods = new ArrayList<>();
        for (String json : objects) {
            JsonNode object = DraFleet.tree(json);
            if (!fleet.read(json) || !object.path("apiVersion").asText().startsWith("resource.k8s.io/v1")) {
                continue;
            }
            String name = object.at("/metadata/name").asText();
            String namespace = object.at("/metadata/namespace").asText();
            String pod = "pod-" + pods.size();
            switch (object.path("kind").asText()) {
                case "ResourceClaim" -> {
                    fleet.read(pod(pod, namespace, "{\"name\":\"x\",\"resourceClaimName\":\"" + name + "\"}"));
                    pods.add(pod);
                }
                case "ResourceClaimTemplate" -> {
                    fleet.read(pod(pod, namespace, "{\"name\":\"x\",\"resourceClaimTemplateName\":\"" + name + "\"}"));
                    pods.add(pod);
                }
                default -> {}
            }
        }
        return pods;
    }
}
