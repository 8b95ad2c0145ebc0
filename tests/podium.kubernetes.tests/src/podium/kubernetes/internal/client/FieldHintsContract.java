// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.FieldHints.Hint;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.JdkTransport;
import podium.kubernetes.testkit.ContractServer;

/** What a server says of fields. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FieldHintsContract {
    private final ContractServer.Start start;
    private Optional<ContractServer> server = Optional.empty();
    private Optional<JdkTransport> transport = Optional.empty();

    FieldHintsContract(ContractServer.Start start) {
        this.start = start;
    }

    @BeforeAll
    void begin(@TempDir Path folder) throws Exception {
        server = Optional.of(start.start());
        transport = Optional.of(JdkTransport.open(
                Kubeconfig.read(server.get().kubeconfig(folder)).context("test")));
    }

    @AfterAll
    void stop() {
        transport.ifPresent(JdkTransport::close);
        server.ifPresent(ContractServer::close);
    }

    private Optional<Hint> hint(String apiVersion, String kind, String path) throws IOException {
        return new TransportFieldHints(transport.orElseThrow())
                .hint(apiVersion, kind, path.isEmpty() ? List.of() : List.of(path.split("\\.")));
    }

    @Test
    void aFieldHasItsTypeAndWhetherItIsNeeded() throws IOException {
        Hint replicas = hint("apps/v1", "Deployment", "spec.replicas").orElseThrow();
        assertEquals("integer", replicas.type());
        assertFalse(replicas.required());
        assertTrue(hint("apps/v1", "Deployment", "spec.selector").orElseThrow().required());
        assertEquals(
                "map of string",
                hint("apps/v1", "Deployment", "spec.template.spec.nodeSelector")
                        .orElseThrow()
                        .type());
        assertEquals(
                "list of object",
                hint("v1", "Pod", "spec.containers").orElseThrow().type());
    }

    @Test
    void aFieldThatTakesANumberOrATextSaysBoth() throws IOException {
        for (String path : List.of(
                "spec.strategy.rollingUpdate.maxSurge", "spec.template.spec.containers.livenessProbe.httpGet.port")) {
            assertEquals(
                    "integer or string",
                    hint("apps/v1", "Deployment", path).orElseThrow().type());
        }
        assertEquals(
                "integer or string",
                hint("v1", "Service", "spec.ports.targetPort").orElseThrow().type());
    }

    private String held(String kind, String path) throws IOException {
        Hint hint = hint(kind.equals("Pod") ? "v1" : "apps/v1", kind, path).orElseThrow();
        return hint.shape() + (hint.text() ? " of text" : "");
    }

    @Test
    void whatAFieldHoldsIsNotOnlyInWords() throws IOException {
        assertEquals("ONE", held("Deployment", "spec.replicas"));
        assertEquals("ONE of text", held("Deployment", "spec.strategy.type"));
        assertEquals("MAP of text", held("Deployment", "spec.template.spec.nodeSelector"));
        assertEquals("LIST", held("Pod", "spec.containers"));
        assertEquals("LIST of text", held("Pod", "spec.containers.args"));
    }

    @Test
    void whatIsInAListIsLookedIntoWithoutItsPlace() throws IOException {
        Hint env = hint("v1", "Pod", "spec.containers.env").orElseThrow();
        assertTrue(env.fields().containsAll(List.of("name", "value", "valueFrom")), env::toString);
        assertEquals(
                "string",
                hint("v1", "Pod", "spec.containers.env.name").orElseThrow().type());
        assertEquals(
                "string",
                hint("v1", "Pod", "metadata.labels.anything").orElseThrow().type());
    }

    @Test
    void theOnlyValuesOfAFieldAndOfWhatIsInAListAreTold() throws IOException {
        assertEquals(
                List.of("Recreate", "RollingUpdate"),
                hint("apps/v1", "Deployment", "spec.strategy.type").orElseThrow().choices().stream()
                        .sorted()
                        .toList());
        assertTrue(hint("v1", "PersistentVolumeClaim", "spec.accessModes")
                .orElseThrow()
                .choices()
                .contains("ReadWriteOnce"));
    }

    @Test
    void aFieldThatIsNotThereIsToldWithThoseThatAre() throws IOException {
        Hint wrong = hint("apps/v1", "Deployment", "spec.replicass").orElseThrow();
        assertEquals("", wrong.type());
        assertTrue(wrong.fields().contains("replicas"), wrong::toString);
        assertEquals(Optional.empty(), hint("apps/v1", "Deployment", "spec.replicass.below"));
        assertEquals(Optional.empty(), hint("nobody.example/v1", "Nothing", "spec"));
        assertTrue(hint("apps/v1", "Deployment", "").orElseThrow().fields().contains("spec"));
    }

    private String unknown(String apiVersion, String kind, String json) throws IOException {
        return new TransportFieldHints(transport.orElseThrow())
                .unknown(apiVersion, kind, Trees.read(json))
                .map(field -> String.join(".", field.path())
                        + field.meant().map(" for "::concat).orElse(""))
                .orElse("");
    }

    @Test
    void theFirstFieldOfAnObjectThatItsKindDoesNotHaveIsFound() throws IOException {
        String pod = """
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "labels": {"any": "thing"}},
             "spec": {"nodeSelector": {"any": "thing"}, "containers": [{"name": "a"}, {"name": "b", "%s": []}]}}
            """;
        assertEquals("spec.containers.[1].comand for command", unknown("v1", "Pod", pod.formatted("comand")));
        assertEquals("", unknown("v1", "Pod", pod.formatted("command")));
        assertEquals("spec", unknown("v1", "ConfigMap", pod), "an object in which nothing is below what is wrong");
        assertEquals("", unknown("nobody.example/v1", "Nothing", pod), "nothing is known of it");
        assertEquals(
                "spec.Versions for versions",
                unknown(
                        "apiextensions.k8s.io/v1",
                        "CustomResourceDefinition",
                        "{\"spec\": {\"versions\": [{\"schema\": {\"openAPIV3Schema\": {\"properties\": {\"any\":"
                                + " {\"type\": \"object\", \"default\": {\"a\": 1}}}}}}], \"Versions\": 1}}"));
    }

    private String misfit(String apiVersion, String kind, String json) throws IOException {
        return new TransportFieldHints(transport.orElseThrow())
                .misfit(apiVersion, kind, Trees.read(json))
                .map(found -> String.join(".", found.path()) + " " + found.wanted())
                .orElse("");
    }

    /** "backoffLimit: two" fitted everywhere. */
    @Test
    void theFirstValueThatIsOfAnotherTypeThanItsFieldIsFound() throws IOException {
        String job = """
            {"metadata": {"name": "a", "annotations": {"a": %s}, "creationTimestamp": null}, "spec": {"backoffLimit": %s,
             "suspend": %s, "template": {"spec": {"containers": [{"env": [{"name": "a", "value": %s}], "args": %s,
             "ports": [{"containerPort": 1}], "livenessProbe": {"httpGet": {"port": %s}},
             "resources": {"limits": {"cpu": %s, "memory": "1Gi"}}}]}}}}
            """;
        List<String> right = List.of("'x'", "3", "true", "'8'", "['a']", "80", "1.5");
        String container = "spec.template.spec.containers.[0].";
        List<String[]> wrong = List.of(
                new String[] {"true", "metadata.annotations.a TEXT"},
                new String[] {"'two'", "spec.backoffLimit WHOLE_NUMBER"},
                new String[] {"'yes'", "spec.suspend TRUE_OR_FALSE"},
                new String[] {"8080", container + "env.[0].value TEXT"},
                new String[] {"'a'", container + "args LIST"},
                new String[] {"[80]", container + "livenessProbe.httpGet.port NUMBER_OR_TEXT"},
                new String[] {"true", container + "resources.limits.cpu NUMBER_OR_TEXT"});
        for (int i = -1; i < right.size(); i++) {
            List<String> values = new ArrayList<>(right);
            if (i >= 0) {
                values.set(i, wrong.get(i)[0]);
            }
            String json = job.formatted(values.toArray()).replace('\'', '"');
            assertEquals(i < 0 ? "" : wrong.get(i)[1], misfit("batch/v1", "Job", json));
        }
        assertEquals(
                "",
                misfit(
                        "batch/v1",
                        "Job",
                        job.formatted("'x'", "null", "true", "''", "[]", "'http'", "'1'")
                                .replace('\'', '"')));
        assertEquals("spec MAPPING", misfit("v1", "Pod", "{\"spec\": \"a\"}"));
    }
}
