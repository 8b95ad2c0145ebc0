// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.api.WriteResult;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.NotSentException;

class RawWriterTest {
    private static final ObjectRef POD = ObjectRef.pod("team", "web-0");

    private final FakeTransport transport = new FakeTransport();
    private final RawWriter writer = new RawWriter(transport);

    private static ApiWrite write(ApiWrite.Verb verb, String body, String uid, String version) {
        return new ApiWrite(
                verb,
                POD,
                "",
                body,
                uid.isEmpty() ? Optional.empty() : Optional.of(uid),
                version.isEmpty() ? Optional.empty() : Optional.of(version),
                "words");
    }

    private JsonNode body() throws IOException {
        return Trees.read(transport.lastBody());
    }

    @Test
    void aMergePatchCarriesItsPreconditionsInItsMetadata() throws IOException {
        writer.send(
                write(ApiWrite.Verb.MERGE_PATCH, "{\"metadata\":{\"labels\":{\"a\":\"b\"}},\"spec\":{}}", "U", "7"),
                false);
        assertEquals("PATCH", transport.last().method());
        assertEquals("application/merge-patch+json", transport.last().contentType());
        assertEquals(
                "/api/v1/namespaces/team/pods/web-0?fieldManager=podium&fieldValidation=Strict",
                transport.last().path());
        assertEquals(
                Trees.read(
                        "{\"metadata\":{\"labels\":{\"a\":\"b\"},\"uid\":\"U\",\"resourceVersion\":\"7\"},\"spec\":{}}"),
                body());
    }

    @Test
    void aJsonPatchTestsItsPreconditionsFirst() throws IOException {
        writer.send(write(ApiWrite.Verb.JSON_PATCH, "[{\"op\":\"remove\",\"path\":\"/a\"}]", "U", ""), false);
        assertEquals("application/json-patch+json", transport.last().contentType());
        assertEquals(
                Trees.read(
                        "[{\"op\":\"test\",\"path\":\"/metadata/uid\",\"value\":\"U\"},{\"op\":\"remove\",\"path\":\"/a\"}]"),
                body());
    }

    @Test
    void whatTheServerWarnsOfIsItsOwnWordsOnceEach() {
        String utf8 = new String("ein Wünsch".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        transport.answer = _ -> FakeTransport.json(
                200,
                "{}",
                Map.of(
                        "warning",
                        List.of(
                                "299 - \"would violate PodSecurity \\\"restricted:latest\\\"\"",
                                "299 - \"old, \\\\ soon gone\", 299 - \"" + utf8 + "\"",
                                "299 - \"" + utf8 + "\"",
                                "199 proxy \"stale\"",
                                "nonsense")));
        WriteResult.Accepted accepted = assertInstanceOf(
                WriteResult.Accepted.class, writer.send(write(ApiWrite.Verb.CREATE, "{}", "", ""), true));
        assertEquals(
                List.of("would violate PodSecurity \"restricted:latest\"", "old, \\ soon gone", "ein Wünsch"),
                accepted.warnings());
    }

    /** A manifest with "containres" was refused for its lack of containers, and nothing named the field that was meant. */
    @Test
    void whatTheServerWarnsOfIsToldWithItsRefusal() {
        transport.answer = _ -> FakeTransport.json(
                422,
                "{\"kind\":\"Status\",\"message\":\"Job is invalid: spec.containers: Required value\"}",
                Map.of("warning", List.of("299 - \"unknown field \\\"spec.containres\\\"\"")));
        WriteResult.Refused refused = assertInstanceOf(
                WriteResult.Refused.class, writer.send(write(ApiWrite.Verb.CREATE, "{}", "", ""), true));
        assertEquals(
                "Job is invalid: spec.containers: Required value; it warns: unknown field \"spec.containres\"",
                refused.message());
    }

    /** Measured on kube-apiserver 1.36.2: a test of the same text that is escaped otherwise is refused with 422. */
    @Test
    void aTestedTextIsWrittenInTheBytesOfTheServersOwnEncoder() throws IOException {
        String tested = "a && <b> \u2028 \u001b[31m \u007f \t \\ \" \u202e \u00e9";
        writer.send(
                write(
                        ApiWrite.Verb.JSON_PATCH,
                        Trees.write(Trees.array()
                                .add(Trees.object()
                                        .put("op", "test")
                                        .put("path", "/data/a")
                                        .put("value", tested))),
                        "",
                        ""),
                false);
        String sent = transport.lastBody();
        assertTrue(
                sent.contains(
                        "\"a \\u0026\\u0026 \\u003cb\\u003e \\u2028 \\u001b[31m \u007f \\t \\\\ \\\" \u202e \u00e9\""),
                sent);
        assertEquals(tested, Trees.text(body(), "/0/value"), "and is the same text");
    }

    @Test
    void aDeletionCarriesItsPreconditionsAsOptions() throws IOException {
        writer.send(write(ApiWrite.Verb.DELETE, "{\"propagationPolicy\":\"Background\"}", "U", ""), true);
        assertEquals("DELETE", transport.last().method());
        assertEquals("Background", Trees.text(body(), "/propagationPolicy"));
        assertEquals("U", Trees.text(body(), "/preconditions/uid"));
        assertEquals("All", Trees.text(body(), "/dryRun/0"));
    }

    @Test
    void anEvictionIsOfPolicyV1WithUidAndGrace() throws IOException {
        writer.send(write(ApiWrite.Verb.EVICT, "{\"gracePeriodSeconds\":30}", "U", ""), false);
        assertEquals(
                "/api/v1/namespaces/team/pods/web-0/eviction", transport.last().path());
        assertEquals("policy/v1", Trees.text(body(), "/apiVersion"));
        assertEquals("web-0", Trees.text(body(), "/metadata/name"));
        assertEquals("U", Trees.text(body(), "/deleteOptions/preconditions/uid"));
        assertEquals("30", Trees.text(body(), "/deleteOptions/gracePeriodSeconds"));
    }

    @Test
    void aCreationGoesToTheCollection() {
        writer.send(write(ApiWrite.Verb.CREATE, "{}", "", ""), true);
        assertEquals("POST", transport.last().method());
        assertEquals(
                "/api/v1/namespaces/team/pods?fieldManager=podium&dryRun=All",
                transport.last().path());
    }

    @Test
    void namesAreEncodedInPaths() {
        ObjectRef odd = new ObjectRef("rbac.authorization.k8s.io", "v1", "clusterroles", "ClusterRole", "", "a:b c?d");
        writer.send(new ApiWrite(ApiWrite.Verb.DELETE, odd, "", "", Optional.empty(), Optional.empty(), ""), false);
        assertTrue(transport.last().path().endsWith("/clusterroles/a%3Ab%20c%3Fd"), transport.last()::path);
    }

    @Test
    void aBudgetsRefusalKeepsItsCauseAndItsTime() {
        transport.answer = _ -> FakeTransport.json(
                429,
                "{\"kind\":\"Status\",\"reason\":\"TooManyRequests\",\"message\":\"Cannot evict"
                        + " pod\",\"details\":{\"causes\":[{\"reason\":\"DisruptionBudget\",\"message\":\"needs"
                        + " 2\"}],\"retryAfterSeconds\":10}}");
        WriteResult.Refused refused = assertInstanceOf(
                WriteResult.Refused.class, writer.send(write(ApiWrite.Verb.EVICT, "", "U", ""), false));
        assertEquals(429, refused.status());
        assertEquals("DisruptionBudget", refused.causes().getFirst().reason());
        assertEquals("needs 2", refused.causes().getFirst().message());
        assertEquals(Optional.of(Duration.ofSeconds(10)), refused.retryAfter());
    }

    @Test
    void theRetryAfterHeaderComesFirst() {
        transport.answer = _ -> FakeTransport.json(
                429,
                "{\"kind\":\"Status\",\"details\":{\"retryAfterSeconds\":10}}",
                Map.of("retry-after", List.of("3")));
        WriteResult.Refused refused =
                assertInstanceOf(WriteResult.Refused.class, writer.send(write(ApiWrite.Verb.EVICT, "", "", ""), false));
        assertEquals(Optional.of(Duration.ofSeconds(3)), refused.retryAfter());
    }

    @Test
    void aRefusalThatIsNoStatusIsShownAsFarAsItCanBe() {
        transport.answer = _ -> FakeTransport.json(502, "<html>\n  bad gateway</html>" + "x".repeat(9000));
        WriteResult.Refused refused = assertInstanceOf(
                WriteResult.Refused.class, writer.send(write(ApiWrite.Verb.DELETE, "", "", ""), false));
        assertTrue(refused.message().startsWith("<html> bad gateway"), refused::message);
        assertTrue(refused.message().length() < 600);
    }

    @Test
    void whatNeverLeftIsToldFromWhatMayHaveArrived() {
        transport.answer = _ -> {
            throw new NotSentException("no route to host", new ConnectException());
        };
        assertEquals(
                new WriteResult.Unanswered("no route to host", false),
                writer.send(write(ApiWrite.Verb.DELETE, "", "", ""), false));
        transport.answer = _ -> {
            throw new IOException("connection reset");
        };
        assertEquals(
                new WriteResult.Unanswered("connection reset", true),
                writer.send(write(ApiWrite.Verb.DELETE, "", "", ""), false));
    }
}
