// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.core.api.Permission;
import podium.kubernetes.internal.json.Trees;

class RawReaderTest {
    private final FakeTransport transport = new FakeTransport();
    private final RawReader reader = new RawReader(transport);

    @Test
    void whatDoesNotExistIsEmptyAndAnyOtherRefusalIsAnError() throws IOException {
        transport.answer = _ -> FakeTransport.json(404, "{\"kind\":\"Status\"}");
        assertEquals(Optional.empty(), reader.read(ObjectRef.node("n1")));
        transport.answer = _ -> FakeTransport.json(403, "{\"kind\":\"Status\",\"message\":\"nodes is forbidden\"}");
        IOException refused = assertThrows(IOException.class, () -> reader.read(ObjectRef.node("n1")));
        assertTrue(String.valueOf(refused.getMessage()).contains("nodes is forbidden"));
    }

    @Test
    void anObjectOfAKindThatIsNotKnownIsReadWhereTheServerServesIt() throws IOException {
        ObjectRef mouse = new ObjectRef("zoo.example.com", "v1", "", "Mouse", "team", "jerry");
        transport.answer = request -> switch (request.path()) {
            case "/api" -> FakeTransport.json(200, "{\"kind\":\"APIGroupDiscoveryList\",\"items\":[]}");
            case "/apis" ->
                FakeTransport.json(
                        200,
                        "{\"kind\":\"APIGroupDiscoveryList\",\"items\":[{\"metadata\":{\"name\":\"zoo.example.com\"},\"versions\":[{\"version\":\"v1\","
                                + "\"resources\":[{\"resource\":\"mice\",\"responseKind\":{\"kind\":\"Mouse\"},\"scope\":\"Namespaced\",\"verbs\":[\"list\"]}]}]}]}");
            case "/apis/zoo.example.com/v1/namespaces/team/mice/jerry" -> FakeTransport.json(200, "{}");
            default -> FakeTransport.json(404, "{\"kind\":\"Status\"}");
        };
        assertEquals(Optional.of("{}"), reader.read(mouse), "mice, and no guess at mouses");
        ObjectRef cat = new ObjectRef("zoo.example.com", "v1", "", "Cat", "team", "tom");
        assertEquals(Optional.empty(), reader.read(cat), "a kind that is not served");
    }

    @Test
    void theClockOfTheServerIsThatOfItsLastAnswer() throws IOException {
        Instant here = Instant.parse("2026-03-01T12:00:00Z");
        RawReader dated = new RawReader(transport, () -> here);
        Map<String, Duration> answers = new LinkedHashMap<>();
        answers.put("Sun, 01 Mar 2026 11:00:00 GMT", Duration.ofHours(-1));
        answers.put("soon", Duration.ofHours(-1));
        answers.put("Sun, 01 Mar 2026 12:00:03 GMT", Duration.ZERO);
        answers.put("Sun, 01 Mar 2026 13:30:00 GMT", Duration.ofMinutes(90));
        assertEquals(here, dated.serverTime(here), "nothing was answered yet");
        for (Map.Entry<String, Duration> one : answers.entrySet()) {
            transport.answer = _ -> FakeTransport.json(200, "{}", Map.of("date", List.of(one.getKey())));
            dated.read(ObjectRef.node("n1"));
            assertEquals(here.plus(one.getValue()), dated.serverTime(here), one.getKey());
        }
    }

    @Test
    void aCollectionIsReadPageByPage() throws IOException {
        transport.answer = request -> request.path().contains("continue=more")
                ? FakeTransport.json(200, "{\"items\":[{\"a\":3}]}")
                : FakeTransport.json(200, "{\"metadata\":{\"continue\":\"more\"},\"items\":[{\"a\":1},{\"a\":2}]}");
        List<String> items = reader.list(ObjectRef.pod("team", ""), "app=web", "spec.nodeName=n1");
        assertEquals(List.of("{\"a\":1}", "{\"a\":2}", "{\"a\":3}"), items);
        assertEquals(
                "/api/v1/namespaces/team/pods?labelSelector=app%3Dweb&fieldSelector=spec.nodeName%3Dn1&limit=500",
                transport.sent.getFirst().path());
    }

    @Test
    void aKindThatIsNotServedIsToldFromAnEmptyOneAndFromOneThatIsForbidden() throws IOException {
        ObjectRef rules = new ObjectRef("resource.k8s.io", "v1", "devicetaintrules", "DeviceTaintRule", "", "");
        transport.answer = _ -> FakeTransport.json(404, "{\"kind\":\"Status\"}");
        assertFalse(reader.serves(rules));
        transport.answer = _ -> FakeTransport.json(200, "{\"items\":[]}");
        assertTrue(reader.serves(rules));
        assertEquals(
                "/apis/resource.k8s.io/v1/devicetaintrules?limit=1",
                transport.sent.getLast().path());
        transport.answer = _ -> FakeTransport.json(403, "{\"kind\":\"Status\",\"message\":\"forbidden\"}");
        assertThrows(IOException.class, () -> reader.serves(rules));
    }

    @Test
    void secretsAreNeverAskedFor() {
        ObjectRef secret = new ObjectRef("", "v1", "secrets", "Secret", "team", "key");
        assertThrows(IOException.class, () -> reader.read(secret));
        assertThrows(IOException.class, () -> reader.list(secret, "", ""));
        assertEquals(List.of(), transport.sent);
    }

    @Test
    void anAccessReviewAsksForExactlyTheRight() throws IOException {
        transport.answer = _ -> FakeTransport.json(201, "{\"status\":{\"allowed\":true}}");
        RawReviewer reviewer = new RawReviewer(transport);
        assertTrue(reviewer.allowed(new Permission("create", "", "pods", "eviction", "team")));
        assertEquals(
                Trees.read("{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"spec\":"
                        + "{\"resourceAttributes\":{\"verb\":\"create\",\"group\":\"\",\"resource\":\"pods\","
                        + "\"subresource\":\"eviction\",\"namespace\":\"team\"}}}"),
                Trees.read(transport.lastBody()));
        transport.answer = _ -> FakeTransport.json(201, "{\"status\":{\"allowed\":false}}");
        assertFalse(reviewer.allowed(new Permission("patch", "", "nodes", "", "")));
    }

    @Test
    void ofSecretsOnlyTheNamesAreAskedFor() throws IOException {
        transport.answer = _ -> FakeTransport.json(
                200,
                "{\"kind\":\"Table\",\"rows\":[{\"cells\":[\"pull\",\"kubernetes.io/dockerconfigjson\",1,\"2d\"]}]}");
        ObjectRef secrets = new ObjectRef("", "v1", "secrets", "Secret", "team", "");
        assertEquals(
                List.of("{\"metadata\":{\"name\":\"pull\"},\"type\":\"kubernetes.io/dockerconfigjson\"}"),
                reader.names(secrets));
        assertEquals(
                "/api/v1/namespaces/team/secrets?includeObject=None&limit=500",
                transport.last().path());
        assertEquals(
                "application/json;as=Table;g=meta.k8s.io;v=v1", transport.last().accept());
    }
}
