// SPDX-License-Identifier: Apache-2.0
package podium.journeys.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AdminHttp;
import podium.testkit.Await;

/** The definitions of kinds in the data folder, made on a server that has none of their controllers. */
record ServedKinds(AdminHttp http) {
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that are in the folder; of two of one name the first. */
    void define(Path crds) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(crds)) {
            files = all.filter(file -> file.toString().endsWith(".yaml.gz"))
                    .sorted()
                    .toList();
        }
        Set<String> names = new HashSet<>();
        List<JsonNode> definitions = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                LoadSettings settings = LoadSettings.builder()
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build();
                for (Object one : new Load(settings).loadAllFromInputStream(in)) {
                    ObjectNode definition = JSON.valueToTree(one);
                    definition.withObject("/spec").remove("conversion");
                    // a group of Kubernetes' own projects is defined by those who have leave to
                    definition.withObject("/metadata/annotations").put("api-approved.kubernetes.io", "unapproved");
                    if (names.add(Trees.text(definition, "/metadata/name"))) {
                        http.send("POST", DEFINITIONS, Trees.write(definition));
                        definitions.add(definition);
                    }
                }
            }
        }
        for (JsonNode definition : definitions) {
            Await.until("the server serves " + Trees.text(definition, "/metadata/name"), () -> isServed(definition));
        }
    }

    private boolean isServed(JsonNode definition) {
        String group = "/apis/" + Trees.text(definition, "/spec/group") + "/";
        String plural = '"' + Trees.text(definition, "/spec/names/plural") + '"';
        try {
            for (JsonNode version : definition.at("/spec/versions")) {
                String resources = http.send("GET", group + version.path("name").asText(), "")
                        .toString();
                if (version.path("served").asBoolean() && !resources.contains(plural)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
