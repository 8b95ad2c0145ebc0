// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ObjectTable;
import podium.core.api.ObjectTable.Row;
import podium.core.api.ReadRefused;
import podium.core.api.ServedResource;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.internal.transport.JdkTransport;
import podium.kubernetes.testkit.ContractServer;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/** What a server has and how it tables it, beside what kubectl says of the same server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ObjectTablesContract {
    private static final String OBJECTS = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: probes.test.podium}
        spec:
          group: test.podium
          scope: Namespaced
          names: {plural: probes, singular: probe, kind: Probe, shortNames: [prb]}
          versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            additionalPrinterColumns:
            - {name: Size, type: integer, jsonPath: .spec.size}
            - {name: Said, type: string, jsonPath: .spec.said}
            - {name: Far, type: string, jsonPath: .spec.far, priority: 1}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: default}
        data: {a: b}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: door, namespace: default}
        data: {key: aHVzaA==}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: default}
        spec:
          replicas: 3
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: example.test/web}]}
        """;

    private static final String PROBE = """
        apiVersion: test.podium/v1
        kind: Probe
        metadata: {name: one, namespace: default}
        spec: {size: 3, said: "two\\nlines"}
        """;

    private final ContractServer.Start start;
    private Optional<ContractServer> server = Optional.empty();
    private Path folder;

    private JdkTransport transport;
    private TransportObjectTables tables;
    private Path config;
    private Path kubectl;

    ObjectTablesContract(ContractServer.Start start) {
        this.start = start;
    }

    @BeforeAll
    void open(@TempDir Path own) throws Exception {
        // of this class alone: others of its contract run beside it
        folder = own;
        Optional<Path> found =
                ControlPlane.assets().map(assets -> assets.resolve("kubectl")).filter(Files::isExecutable);
        assumeTrue(found.isPresent(), "there is no kubectl; it is skipped");
        kubectl = found.get();
        server = Optional.of(start.start());
        config = server.get().kubeconfig(folder);
        transport = JdkTransport.open(Kubeconfig.read(config).context("test"));
        tables = new TransportObjectTables(transport);
        create("objects", OBJECTS);
        Await.until("the custom resource is served", () -> {
            try {
                return tables.resources().stream().anyMatch(one -> one.isCalled("prb"));
            } catch (IOException e) {
                return false;
            }
        });
        create("probe", PROBE);
    }

    @AfterAll
    void close() {
        if (transport != null) {
            transport.close();
        }
        server.ifPresent(ContractServer::close);
    }

    private void create(String name, String yaml) throws Exception {
        kubectl(
                "create",
                "--validate=false",
                "-f",
                Files.writeString(folder.resolve(name), yaml).toString());
    }

    private List<String> kubectl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(kubectl.toString(), "--kubeconfig=" + config, "--context=test"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().toList();
    }

    private ServedResource resource(String name) throws IOException {
        return tables.resources().stream()
                .filter(one -> one.isCalled(name) && !one.group().equals("metrics.k8s.io"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    @Test
    void whatCanBeListedIsWhatKubectlLists() throws Exception {
        List<ServedResource> all = tables.resources();
        assertEquals(
                kubectl("api-resources", "--verbs=list", "-o", "name", "--cached=false").stream()
                        .sorted()
                        .toList(),
                all.stream().map(ServedResource::fullName).sorted().toList());
        assertTrue(resource("deploy").subresources().contains("scale"));
        assertFalse(resource("namespaces").namespaced());
        assertEquals("probes.test.podium", resource("Probe").fullName());
    }

    @Test
    void aServerThatDoesNotAggregateIsAskedGroupByGroupForTheSame() throws Exception {
        TransportObjectTables old = new TransportObjectTables(new Unaggregated(transport));
        assertEquals(Names.of(tables.resources()), Names.of(old.resources()));
    }

    @Test
    void eachTableHasTheRowsThatKubectlShows() throws Exception {
        for (String kind : List.of("configmaps", "secrets", "deployments.apps", "probes", "namespaces", "crd")) {
            ServedResource resource = resource(kind);
            ObjectTable table = tables.table(resource, "", "");
            List<String> theirs = kubectl("get", kind, "-A", "-o", "wide", "--no-headers").stream()
                    .map(ObjectTablesContract::timeless)
                    .toList();
            List<String> ours = table.rows().stream()
                    .map(row -> timeless(row.namespace() + " " + String.join(" ", row.cells())))
                    .toList();
            assertEquals(theirs, ours);
            assertTrue(table.whole());
            assertFalse(table.rows().stream().anyMatch(row -> row.uid().isEmpty()), kind);
        }
    }

    /** Words alone, each age as the same one. */
    private static String timeless(String line) {
        return line.strip().replaceAll("\\s+", " ").replaceAll("\\b(\\d+[smhdy]){1,2}\\b|<invalid>", "AGE");
    }

    @Test
    void usageIsToldInTheUnitsOfKubectlTop() throws Exception {
        assertEquals(Map.of(), tables.usage(resource("nodes"), ""));
        assumeTrue(
                tables.resources().stream().noneMatch(one -> one.group().equals("metrics.k8s.io")),
                "the server measures its pods itself: what they use is not for a test to say");
        create("metrics", """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: pods.metrics.k8s.io
              annotations: {api-approved.kubernetes.io: "unapproved, a test"}
            spec:
              group: metrics.k8s.io
              scope: Namespaced
              names: {plural: pods, singular: pod, kind: PodMetrics}
              versions:
              - name: v1beta1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """);
        Await.until("it is served", () -> {
            try {
                return tables.resources().stream().anyMatch(one -> one.group().equals("metrics.k8s.io"));
            } catch (IOException e) {
                return false;
            }
        });
        create("usage", """
            apiVersion: metrics.k8s.io/v1beta1
            kind: PodMetrics
            metadata: {name: web-1, namespace: default}
            timestamp: "2026-01-01T00:00:00Z"
            window: 10s
            containers:
            - {name: a, usage: {cpu: 249100001n, memory: 131072Ki}}
            - {name: b, usage: {cpu: "1", memory: "1048577"}}
            """);
        assertEquals(Map.of("default/web-1", List.of("1250m", "129Mi")), tables.usage(resource("po"), ""));
        assertEquals(Map.of(), tables.usage(resource("po"), "kube-system"));
    }

    @Test
    void oneNamespaceAndOneObjectCanBeAskedFor() throws Exception {
        ServedResource maps = resource("cm");
        assertEquals(
                List.of("settings"),
                tables.table(maps, "default", "metadata.name=settings").rows().stream()
                        .map(Row::name)
                        .toList());
        assertEquals(List.of(), tables.table(maps, "elsewhere", "").rows());
        ReadRefused refused = assertThrows(ReadRefused.class, () -> tables.table(maps, "", "spec.nothing=here"));
        assertTrue(refused.getMessage().contains("nothing"), refused.getMessage());
    }

    @Test
    void theFamilyOfAnObjectIsItsOwnersAndWhatItOwns() throws Exception {
        String uid = kubectl("get", "deploy", "web", "-o", "jsonpath={.metadata.uid}")
                .getFirst();
        String owned = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: %s
              namespace: default
              ownerReferences: [{apiVersion: %s, kind: %s, name: %s, uid: %s, controller: true}]
            """;
        create("middle", owned.formatted("middle", "apps/v1", "Deployment", "web", uid));
        String middle =
                kubectl("get", "cm", "middle", "-o", "jsonpath={.metadata.uid}").getFirst();
        create("leaf", owned.formatted("leaf", "v1", "ConfigMap", "middle", middle));
        create("orphan", owned.formatted("orphan", "v1", "Pod", "gone", "no-such-uid"));
        assertEquals(
                List.of("0 Deployment web", "1 ConfigMap middle", "2 ConfigMap leaf"),
                family(resource("cm"), "middle"));
        assertEquals(family(resource("cm"), "middle"), family(resource("deploy"), "web"));
        assertEquals(List.of("0 Pod gone?", "1 ConfigMap orphan"), family(resource("cm"), "orphan"));
    }

    private List<String> family(ServedResource resource, String name) throws IOException {
        return tables.family(resource, "default", name).stream()
                .map(one -> one.depth() + " " + one.resource().kind() + " " + one.name() + (one.there() ? "" : "?"))
                .toList();
    }

    @Test
    void aSecretIsANameUntilItsContentIsAskedFor() throws Exception {
        ObjectTable table = tables.table(resource("secrets"), "default", "");
        assertFalse(table.toString().contains("hush") || table.toString().contains("aHVzaA"), table.toString());
        TransportSecretReader reader = new TransportSecretReader(transport);
        Map<String, byte[]> content = reader.content("default", "door", "").orElseThrow();
        assertArrayEquals("hush".getBytes(StandardCharsets.UTF_8), content.get("key"));
        assertTrue(reader.content("default", "gone", "").isEmpty());
        assertTrue(reader.content("default", "door", "another one").isEmpty());
    }

    /** Resources by what an operator sees of them. */
    private record Names(String name, String kind, boolean namespaced, boolean scaled) {
        static List<Names> of(List<ServedResource> all) {
            return all.stream()
                    .map(one -> new Names(
                            one.fullName() + " " + one.version(),
                            one.kind(),
                            one.namespaced(),
                            one.subresources().contains("scale")))
                    .toList();
        }
    }
}
