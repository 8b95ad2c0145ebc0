// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.api.ObjectRef;
import podium.core.api.Permission;
import podium.core.api.WriteResult;

/** Refusals as servers and the proxies before them send them, and the paths that are asked. */
class StatusesTest {
    private static WriteResult.Refused refused(int status, String body) {
        return Statuses.refused(FakeTransport.json(status, body));
    }

    @Test
    void everyCauseIsKeptWithItsField() {
        WriteResult.Refused refused = refused(422, """
            {"kind":"Status","reason":"Invalid","message":"Job is invalid","details":{"causes":[
            {"reason":"FieldValueInvalid","message":"immutable","field":"spec.template"},{"field":"spec.suspend"},{}]}}\
            """);
        assertEquals(
                List.of(
                        new WriteResult.Cause("FieldValueInvalid", "immutable", "spec.template"),
                        new WriteResult.Cause("", "", "spec.suspend"),
                        new WriteResult.Cause("", "", "")),
                refused.causes());
        assertEquals("Invalid", refused.reason());
    }

    @Test
    void wordsThatDoNotSayWhyGiveWayToTheCausesOrAreLeftOut() {
        String status = "{\"kind\":\"Status\",\"message\":\"the server rejected our request due to an error in our"
                + " request\"%s}";
        assertEquals(
                "", refused(422, status.formatted("")).message(), "as to a patch one of whose tests does not hold");
        String caused =
                status.formatted(",\"details\":{\"causes\":[{\"message\":\"no such field\"},{},{\"message\":\"b\"}]}");
        assertEquals("no such field; b", refused(422, caused).message());
        assertEquals(
                "no such field; b",
                Statuses.unread(FakeTransport.json(422, caused)).getMessage());
    }

    /** As kube-apiserver 1.36 answers to a ConfigMap with {x: 1} as a value, and to a Job whose template is another one. */
    @Test
    void theReasonIsSaidBehindTheBeginningOfTheValueThatTheServerQuotes() {
        String text = "\\\"{\\\\\\\"kind\\\\\\\":\\\\\\\"ConfigMap: a, b\\\\\\\"" + ",x".repeat(9000) + "}\\\"";
        String tree = "{\\\"metadata\\\":{\\\"labels\\\":{\\\"a\\\": \\\"}\\\"" + ", b".repeat(200) + "}}}";
        WriteResult.Refused refused = refused(422, """
            {"kind":"Status","message":"it is invalid: [patch: Invalid value: %1$s: cannot unmarshal, name: Invalid value: 5: too small]",
            "details":{"causes":[{"message":"Invalid value: %2$s: field is immutable"},{"message":"Invalid value: \\"a\\": no"}]}}\
            """.formatted(text, tree));
        assertEquals(
                "it is invalid: [patch: Invalid value: \"{\\\"kind\\\":\\\"ConfigM\u2026: cannot unmarshal, name:"
                        + " Invalid value: 5: too small]",
                refused.message());
        assertEquals(
                List.of("Invalid value: {\"metadata\":{\"labels\u2026: field is immutable", "Invalid value: \"a\": no"),
                refused.causes().stream().map(WriteResult.Cause::message).toList());
    }

    @ParameterizedTest
    @CsvSource({"10,10", "0,0", "-5,0", "1.9,1"})
    void theTimeToWaitIsNeverNegative(String seconds, long wait) {
        assertEquals(
                Optional.of(Duration.ofSeconds(wait)),
                refused(429, "{\"kind\":\"Status\",\"details\":{\"retryAfterSeconds\":" + seconds + "}}")
                        .retryAfter());
    }

    @Test
    void aDateInRetryAfterLeavesTheBodyToTell() {
        WriteResult.Refused refused = Statuses.refused(FakeTransport.json(
                429,
                "{\"kind\":\"Status\",\"details\":{\"retryAfterSeconds\":4}}",
                Map.of("retry-after", List.of("Wed, 21 Oct 2026 07:28:00 GMT"))));
        assertEquals(Optional.of(Duration.ofSeconds(4)), refused.retryAfter());
        assertEquals(Optional.empty(), refused(429, "{\"kind\":\"Status\"}").retryAfter());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"Status\",\"message\":\" two\\n lines \"}|two lines",
                "{\"kind\":\"Pod\",\"message\":\"x\"}|{\"kind\":\"Pod\",\"message\":\"x\"}",
                "upstream   timed out|upstream timed out",
                "''|''",
            })
    void theMessageIsOneLineOfWhateverCame(String body, String message) {
        assertEquals(message, refused(500, body).message());
    }

    @Test
    void aPlainThrottleHasNoCauseOfABudget() {
        assertTrue(refused(429, "{\"kind\":\"Status\",\"reason\":\"TooManyRequests\",\"details\":null}")
                .causes()
                .isEmpty());
    }

    @Test
    void pathsAreEncodedSegmentBySegment() {
        ObjectRef odd = new ObjectRef("rbac.authorization.k8s.io", "v1", "roles", "Role", "team a", "x:y");
        assertEquals("/apis/rbac.authorization.k8s.io/v1/namespaces/team%20a/roles/x%3Ay", ApiPaths.object(odd));
        assertEquals("/api/v1/nodes", ApiPaths.collection(ObjectRef.node("n1")));
        assertEquals("/api/v1/namespaces/t/pods", ApiPaths.collection(ObjectRef.pod("t", "p")));
    }

    @Test
    void aQueryHasOnlyThePairsThatHaveValues() {
        assertEquals("", ApiPaths.query("a", "", "b", ""));
        assertEquals("?b=x%20y&d=%26", ApiPaths.query("a", "", "b", "x y", "c", "", "d", "&"));
    }

    @Test
    void aReviewThatCannotBeMadeIsAnErrorAndNotARefusal() {
        FakeTransport transport = new FakeTransport();
        RawReviewer reviewer = new RawReviewer(transport);
        transport.answer = _ -> FakeTransport.json(500, "{\"kind\":\"Status\",\"message\":\"webhook down\"}");
        IOException e =
                assertThrows(IOException.class, () -> reviewer.allowed(new Permission("get", "", "nodes", "", "")));
        assertTrue(String.valueOf(e.getMessage()).contains("500: webhook down"), e::getMessage);
    }
}
