// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The rules of the definitions that operators are installed with can be read here; those that cannot would be let through. */
class RealDefinitionsTest {

    @Test
    void everyRuleOfTheRealDefinitionsCanBeRead() throws IOException {
        Path folder = Path.of(System.getenv().getOrDefault("PODIUM_DATA", "../../../shared/data"), "crds");
        assumeTrue(Files.isDirectory(folder), "skipped: no recorded data (PODIUM_DATA)");
        List<String> rules = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml.gz")).toList()) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    JsonNode definition = new YAMLMapper().readTree(in);
                    for (JsonNode validations : definition.findValues("x-kubernetes-validations")) {
                        validations.forEach(rule -> rules.add(rule.path("rule").asText()));
                    }
                }
            }
        }
        SchemaExpressions expressions = new SchemaExpressions();
        assertTrue(rules.size() > 50, () -> "only " + rules.size() + " rules");
        assertEquals(
                List.of(),
                rules.stream()
                        .distinct()
                        .filter(rule -> !expressions.reads(rule))
                        .toList());
    }
}
