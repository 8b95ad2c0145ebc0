// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.internal.transport.JdkTransport;
import podium.kubernetes.internal.transport.NotSentException;
import podium.kubernetes.testkit.ContractServer;
import podium.kubernetes.testkit.TestServer;

/** What holds of fabric8's client on any server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClientContract {
    private final ContractServer.Start start;
    private Optional<ContractServer> server = Optional.empty();

    @TempDir
    private Path folder;

    ClientContract(ContractServer.Start start) {
        this.start = start;
    }

    @BeforeAll
    void begin() throws Exception {
        server = Optional.of(start.start());
    }

    @AfterAll
    void stop() {
        server.ifPresent(ContractServer::close);
    }

    private ContractServer server() {
        return server.orElseThrow();
    }

    private JdkTransport open(String authority, String token, String cluster) throws KubeconfigException, IOException {
        Path file = server().kubeconfig(folder, authority, token, cluster);
        return JdkTransport.open(Kubeconfig.read(file).context("test"));
    }

    private JdkTransport open() throws KubeconfigException, IOException {
        return open(server().authority(), server().token(), "");
    }

    private static KubernetesClient client(JdkTransport transport) {
        return new LazyClient(transport).get();
    }

    @Test
    void itReadsWithTheTrustAndTheCredentialsOfTheTransport() throws Exception {
        try (JdkTransport transport = open()) {
            KubernetesClient client = client(transport);
            assertEquals(
                    "kube-system",
                    client.namespaces()
                            .withName("kube-system")
                            .get()
                            .getMetadata()
                            .getName());
            assertTrue(client.getApiResources("v1").getResources().stream()
                    .map(APIResource::getName)
                    .anyMatch("pods"::equals));
            GenericKubernetesResource generic = client.genericKubernetesResources("v1", "Namespace")
                    .withName("default")
                    .get();
            assertEquals("Namespace", generic.getKind());
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefusedAsTheTransportRefusesIt() throws Exception {
        try (TestServer other = new TestServer();
                JdkTransport transport = open(other.api().caPem(), server().token(), "")) {
            Throwable failure = assertThrows(
                    KubernetesClientException.class,
                    () -> client(transport).namespaces().withName("default").get());
            assertTrue(causes(failure).anyMatch(NotSentException.class::isInstance), () -> "" + failure);
        }
    }

    @Test
    void theServerNameOfTheKubeconfigIsAskedForInItsCertificate() throws Exception {
        try (JdkTransport transport = open(server().authority(), server().token(), "tls-server-name: elsewhere.test")) {
            Throwable failure = assertThrows(
                    KubernetesClientException.class,
                    () -> client(transport).namespaces().withName("default").get());
            assertTrue(causes(failure).anyMatch(NotSentException.class::isInstance), () -> "" + failure);
        }
    }

    @Test
    void aTokenThatIsNotTakenIsRefused() throws Exception {
        try (JdkTransport transport = open(server().authority(), "not-" + server().token(), "")) {
            KubernetesClientException failure = assertThrows(
                    KubernetesClientException.class,
                    () -> client(transport).namespaces().withName("default").get());
            assertEquals(401, failure.getCode());
        }
    }

    @Test
    void everyKindOfWriteIsRefusedBeforeItIsSent() throws Exception {
        try (JdkTransport transport = open()) {
            KubernetesClient client = client(transport);
            var map = new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("written")
                    .endMetadata()
                    .build();
            var maps = client.configMaps().inNamespace("default");
            for (Runnable write : Stream.<Runnable>of(
                            () -> maps.resource(map).create(),
                            () -> maps.resource(map).serverSideApply(),
                            () -> client.namespaces()
                                    .withName("default")
                                    .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{}}"),
                            () -> client.namespaces().withName("default").edit(space -> new NamespaceBuilder(space)
                                    .editMetadata()
                                    .addToLabels("written", "yes")
                                    .endMetadata()
                                    .build()),
                            () -> client.pods()
                                    .inNamespace("default")
                                    .withName("p")
                                    .evict(),
                            () -> client.namespaces().withName("default").delete())
                    .toList()) {
                Throwable failure = assertThrows(KubernetesClientException.class, write::run);
                assertTrue(
                        causes(failure).anyMatch(cause -> String.valueOf(cause.getMessage())
                                .startsWith("Only an operation writes")),
                        () -> "" + failure);
            }
            assertEquals(null, maps.withName("written").get());
            assertNotNull(client.namespaces().withName("default").get());
        }
    }

    @Test
    void theContentOfASecretIsNeverAskedFor() throws Exception {
        try (JdkTransport transport = open()) {
            KubernetesClient client = client(transport);
            assertThrows(
                    KubernetesClientException.class,
                    () -> client.secrets().inNamespace("default").withName("s").get());
            assertThrows(
                    KubernetesClientException.class,
                    () -> client.secrets().inAnyNamespace().list());
        }
    }

    @Test
    void noKubeconfigNoPropertyAndNoServiceAccountIsRead() throws Exception {
        Path canary = folder.resolve("ran");
        Path trap = Files.writeString(folder.resolve("trap"), """
            apiVersion: v1
            kind: Config
            current-context: trap
            clusters: [{name: c, cluster: {server: "https://trap.invalid"}}]
            users: [{name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: touch, args: ["%s"]}}}]
            contexts: [{name: trap, context: {cluster: c, user: u, namespace: trapped}}]
            """.formatted(canary));
        try (Properties _ = Properties.of("kubeconfig", trap.toString(), "kubernetes.master", "https://trap.invalid");
                JdkTransport transport = open()) {
            KubernetesClient client = client(transport);
            assertEquals("https://cluster.invalid/", client.getConfiguration().getMasterUrl());
            assertEquals(null, client.getConfiguration().getCurrentContext());
            assertEquals(null, client.getConfiguration().getOauthToken());
            assertNotNull(client.namespaces().withName("default").get());
            assertTrue(Files.notExists(canary));
        }
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /** System properties for as long as a test runs. */
    private record Properties(
            String first,
            @Nullable String firstBefore,
            String second,
            @Nullable String secondBefore) implements AutoCloseable {
        static Properties of(String first, String firstValue, String second, String secondValue) {
            return new Properties(
                    first, System.setProperty(first, firstValue), second, System.setProperty(second, secondValue));
        }

        @Override
        public void close() {
            put(first, firstBefore);
            put(second, secondBefore);
        }

        private static void put(String name, @Nullable String value) {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        }
    }
}
