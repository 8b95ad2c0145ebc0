// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.kubernetes.internal.json.DiscoveryReader;
import podium.kubernetes.internal.json.StatusReader;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.testkit.Data;
import podium.kubernetes.testkit.StubTransport;
import podium.kubernetes.testkit.Truth;

/** Which kinds a server serves, and in which version they are asked for. */
class DiscoveryTest {
    private final Map<String, ApiResponse> answers = new HashMap<>(Map.of(
            "/version", StubTransport.answer(200, "{\"gitVersion\":\"v1.35.1\",\"minor\":\"35+\"}"),
            "/apis", StubTransport.answer(200, Data.fixture(DiscoveryTest.class, "apis.json"))));
    private final StubTransport transport = new StubTransport(answers::get);
    private final Discovery discovery = new Discovery(transport);

    private Optional<String> path(String name) throws IOException {
        return discovery.path(Truth.kind(name), "");
    }

    @ParameterizedTest
    @CsvSource({
        "nodes,/api/v1/nodes",
        "jobs.batch,/apis/batch/v1/jobs",
        "jobsets.jobset.x-k8s.io,/apis/jobset.x-k8s.io/v1alpha2/jobsets",
        "resourceslices.resource.k8s.io,/apis/resource.k8s.io/v1beta1/resourceslices",
        "clusterqueues.kueue.x-k8s.io,/apis/kueue.x-k8s.io/v1beta2/clusterqueues",
    })
    void aKindIsAskedForInTheBestVersionTheServerServes(String kind, String path) throws IOException {
        assertEquals(Optional.of(path), path(kind));
    }

    @Test
    void aKindOfNoServedGroupOrVersionIsMissing() throws IOException {
        assertEquals(Optional.empty(), path("rayclusters.ray.io"), "no such group");
        assertEquals(Optional.empty(), path("leaderworkersets.leaderworkerset.x-k8s.io"), "only in an unknown version");
    }

    @Test
    void theGroupsAreAskedForOnceUntilTheyAreForgotten() throws IOException {
        path("jobs.batch");
        path("rayclusters.ray.io");
        assertEquals(1, transport.sent().size());
        answers.put("/apis", StubTransport.answer(200, """
            {"groups":[{"name":"ray.io","versions":[{"version":"v1"}]}]}\
            """));
        assertEquals(Optional.empty(), path("rayclusters.ray.io"));
        discovery.forget();
        assertEquals(Optional.of("/apis/ray.io/v1/rayclusters"), path("rayclusters.ray.io"), "a resource has come");
    }

    @Test
    void anAnswerThatIsYoungServesAllKindsThatAreMissing() throws IOException {
        path("rayclusters.ray.io");
        discovery.expire(Duration.ofDays(1));
        path("workflows.argoproj.io");
        assertEquals(1, transport.sent().size());
        discovery.expire(Duration.ZERO);
        path("workflows.argoproj.io");
        assertEquals(2, transport.sent().size());
    }

    @Test
    void coreKindsNeedNoDiscovery() throws IOException {
        path("pods");
        assertEquals(List.of(), transport.sent());
    }

    @Test
    void whereDiscoveryItselfIsRefusedThePreferredVersionIsTried() throws IOException {
        answers.put("/apis", StubTransport.answer(403, "{}"));
        assertEquals(Optional.of("/apis/jobset.x-k8s.io/v1/jobsets"), path("jobsets.jobset.x-k8s.io"));
    }

    @Test
    void anyOtherAnswerIsAFailureThatIsAskedAgain() throws IOException {
        answers.put("/apis", StubTransport.answer(503, "{}"));
        StatusException e = assertThrows(StatusException.class, () -> path("jobs.batch"));
        assertEquals(503, e.code());
        answers.put(
                "/apis",
                StubTransport.answer(200, "{\"groups\":[{\"name\":\"batch\",\"versions\":[{\"version\":\"v1\"}]}]}"));
        assertTrue(path("jobs.batch").isPresent());
    }

    @Test
    void aServerSince34IsAskedForWatchList() throws IOException {
        assertFalse(discovery.watchList(), "unknown is no promise");
        discovery.greet(Duration.ofSeconds(1));
        assertTrue(discovery.watchList());
        assertEquals("v1.35.1", discovery.version());
        answers.put("/version", StubTransport.answer(200, "{\"gitVersion\":\"v1.33.9\",\"minor\":\"33\"}"));
        discovery.greet(Duration.ofSeconds(1));
        assertFalse(discovery.watchList());
    }

    @Test
    void aServerThatHidesItsVersionIsAnUnknownOne() throws IOException {
        answers.put("/version", StubTransport.answer(403, "{}"));
        discovery.greet(Duration.ofSeconds(1));
        assertEquals("", discovery.version());
    }

    @ParameterizedTest
    @CsvSource({"28,28", "30+,30", "27-gke.100,27", "'',-1", "x,-1", "99999999999,-1"})
    void theMinorVersionIsItsLeadingNumber(String minor, int number) throws IOException {
        byte[] body = ("{\"minor\":\"" + minor + "\"}").getBytes(StandardCharsets.UTF_8);
        assertEquals(number, DiscoveryReader.version(body).minor());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"Status\",\"message\":\"no such thing\"}|no such thing",
                "<html><body>502   Bad\tGateway</body></html>|502 Bad Gateway",
                "{\"kind\":\"Status\"|{\"kind\":\"Status\"",
                "[1,2]|[1,2]",
                "''|''",
            })
    void theWordsOfAnAnswerAreFoundWhateverItIs(String body, String words) {
        assertEquals(words, StatusReader.message(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPageOfHtmlIsCutShort() {
        assertEquals(
                300,
                StatusReader.message("x".repeat(70_000).getBytes(StandardCharsets.UTF_8))
                        .length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<a", "< ", " ", "\u0007", "<a>", "a\n", "{", "\"", "[", "{\"a\":"})
    void anAnswerOfAnyShapeIsReadInATimeThatGrowsWithItsLength(String part) {
        byte[] body = part.repeat((8 << 20) / part.length()).getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertTrue(StatusReader.message(body).length() <= 300));
    }

    @Test
    void aMessageOfAnyLengthIsCut() {
        String body = "{\"kind\":\"Status\",\"message\":\"" + "spec.x: Invalid value. ".repeat(100_000) + "\"}";
        assertEquals(
                8_000,
                StatusReader.message(body.getBytes(StandardCharsets.UTF_8)).length());
    }
}
