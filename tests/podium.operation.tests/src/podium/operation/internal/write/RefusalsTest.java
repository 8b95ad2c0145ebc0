// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.api.WriteResult;
import podium.core.api.WriteResult.Cause;
import podium.core.json.Json;
import podium.core.testkit.TestKinds;

/** Each refusal names who forbids it. The answers are those of kube-apiserver 1.36, but for the webhook's, which is its source's. */
class RefusalsTest {
    private static final ObjectRef JOB = TestKinds.job("team-a", "train");
    private static final ApiWrite SUSPEND = new ApiWrite(
            ApiWrite.Verb.MERGE_PATCH,
            JOB,
            "",
            "{\"spec\":{\"suspend\":true}}",
            Optional.of("u"),
            Optional.empty(),
            "Suspend train");
    private static final ApiWrite TESTED =
            new ApiWrite(ApiWrite.Verb.JSON_PATCH, JOB, "", "[]", Optional.of("u"), Optional.empty(), "Suspend train");
    private static final String RULES = "the server's rules forbid this";

    /**
     * An answer.
     *
     * @param words what must be said
     * @param rules whether the server's rules are to blame
     */
    private record Answer(WriteResult.Refused refused, String words, boolean rules) {
        @Override
        public String toString() {
            return words;
        }
    }

    private static Answer answer(int status, String reason, String message, String words, Cause... causes) {
        return new Answer(
                new WriteResult.Refused(status, reason, message, List.of(causes), Optional.empty()),
                words,
                words.contains(RULES));
    }

    static Stream<Answer> answers() {
        return Stream.of(
                answer(
                        403,
                        "Forbidden",
                        "jobs.batch \"train\" is forbidden: User \"viewer\" cannot patch resource \"jobs\" in API group"
                                + " \"batch\" in the namespace \"team-a\"",
                        "You may not do this to Job team-a/train: viewer has no right to patch jobs in namespace"
                                + " team-a."),
                answer(
                        403,
                        "Forbidden",
                        "nodes \"n1\" is forbidden: User \"viewer\" cannot patch resource \"nodes\" in API group \"\""
                                + " at the cluster scope",
                        "viewer has no right to patch nodes in the whole cluster."),
                answer(
                        403,
                        "Forbidden",
                        "pods \"p\" is forbidden: User \"viewer\" cannot create resource \"pods/eviction\" in API"
                                + " group \"\" in the namespace \"team-a\"",
                        "viewer has no right to create pods/eviction in namespace team-a."),
                answer(
                        403,
                        "Forbidden",
                        "pods \"p2\" is forbidden: exceeded quota: compute, requested:"
                                + " pods=1,requests.nvidia.com/gpu=8, used: pods=1,requests.nvidia.com/gpu=0, limited:"
                                + " pods=1,requests.nvidia.com/gpu=4",
                        "the quota compute of its namespace leaves no room: asked for"
                                + " pods=1,requests.nvidia.com/gpu=8, used pods=1,requests.nvidia.com/gpu=0, at most"
                                + " pods=1,requests.nvidia.com/gpu=4."),
                answer(
                        403,
                        "Forbidden",
                        "pods \"p\" is forbidden: violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation"
                                + " != false (container \"c\" must set securityContext.allowPrivilegeEscalation=false)",
                        "the pod security level restricted:latest of its namespace forbids it."),
                answer(
                        403,
                        "Forbidden",
                        "pods \"p\" is forbidden: maximum cpu usage per Container is 1, but limit is 2",
                        "a LimitRange of its namespace forbids it."),
                answer(
                        403,
                        "Forbidden",
                        "secrets \"p\" is forbidden: unable to create new content in namespace lim because it is being"
                                + " terminated",
                        "its namespace is being deleted",
                        new Cause("NamespaceTerminating", "namespace lim is being terminated", "metadata.namespace")),
                answer(
                        403,
                        "Forbidden",
                        "admission webhook \"vjob.kb.io\" denied the request: spec.parallelism: Forbidden: cannot"
                                + " change when partial admission is enabled",
                        "Job team-a/train: the webhook vjob.kb.io denies it: spec.parallelism: Forbidden: cannot change"
                                + " when partial admission is enabled."),
                answer(
                        400,
                        "",
                        "admission webhook \"guard.example.com\" denied the request without explanation",
                        "the webhook guard.example.com denies it and does not say why."),
                answer(
                        500,
                        "InternalError",
                        "Internal error occurred: failed calling webhook \"guard.example.com\": failed to call"
                                + " webhook: Post \"https://127.0.0.1:1/x?timeout=2s\": dial tcp 127.0.0.1:1: connect:"
                                + " connection refused",
                        "the webhook guard.example.com does not answer"),
                answer(
                        422,
                        "Invalid",
                        "jobs.batch \"train\" is forbidden: ValidatingAdmissionPolicy 'no-scale' with binding 'b'"
                                + " denied request: jobs are frozen",
                        "the admission policy no-scale denies it: jobs are frozen.",
                        new Cause(
                                "",
                                "ValidatingAdmissionPolicy 'no-scale' with binding 'b' denied request: jobs are frozen",
                                "")),
                answer(
                        422,
                        "Invalid",
                        "Job.batch \"train\" is invalid: spec.completionMode: Invalid value: \"Indexed\": field is"
                                + " immutable",
                        "Job team-a/train: the server's rules forbid this: spec.completionMode: Invalid value:"
                                + " \"Indexed\": field is immutable.",
                        new Cause(
                                "FieldValueInvalid",
                                "Invalid value: \"Indexed\": field is immutable",
                                "spec.completionMode")),
                answer(
                        422,
                        "Invalid",
                        "Job.batch \"train\" is invalid: [metadata.uid: Invalid value: \"nope\": field is immutable,"
                                + " ...]",
                        "Job team-a/train is another object now than the one this was for.",
                        new Cause("FieldValueInvalid", "Invalid value: \"nope\": field is immutable", "metadata.uid")),
                answer(
                        409,
                        "Conflict",
                        "Operation cannot be fulfilled on jobs.batch \"train\": the object has been modified; please"
                                + " apply your changes to the latest version and try again",
                        "Job team-a/train changed since the plan was made."),
                answer(
                        409,
                        "Conflict",
                        "Operation cannot be fulfilled on Job.batch \"train\": the UID in the precondition (nope) does"
                                + " not match the UID in record (9255699b). The object might have been deleted and then"
                                + " recreated",
                        "Job team-a/train is another object now than the one this was for."),
                answer(409, "AlreadyExists", "jobs.batch \"train\" already exists", "Job team-a/train exists already."),
                answer(404, "NotFound", "jobs.batch \"train\" not found", "Job team-a/train does not exist any more."));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whoForbidsItIsNamedAndTheServersRulesAreBlamedOnlyWhereTheyDo(Answer answer) {
        String words = Refusals.words(SUSPEND, answer.refused());
        assertTrue(words.contains(answer.words()), words);
        assertTrue(words.endsWith("The server says: " + answer.refused().message()), words);
        assertEquals(answer.rules(), words.contains(RULES), words);
    }

    @Test
    void aTestThatDoesNotHoldIsNoRuleOfTheServer() {
        String words = Refusals.words(
                TESTED,
                new WriteResult.Refused(
                        422,
                        "Invalid",
                        "the server rejected our request due to an error in our request",
                        List.of(),
                        Optional.empty()));
        assertTrue(words.contains("Job team-a/train is not any more as the plan was made for."), words);
        assertFalse(words.contains(RULES), words);
    }

    @Test
    void whatWasWantedAndWhatStandsAreNamed() {
        String words = Refusals.words(
                SUSPEND,
                new WriteResult.Refused(403, "Forbidden", "no", List.of(), Optional.empty()),
                Optional.of(Json.read("{\"spec\":{\"suspend\":false}}")));
        assertTrue(
                words.endsWith(
                        "Wanted: Suspend train (/spec/suspend = true). It stands as it was: /spec/suspend = false."),
                words);
    }
}
