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
                        "This cannot be done to Job team-a/train: viewer may not patch jobs in namespace team-a."),
                answer(
                        403,
                        "Forbidden",
                        "nodes \"n1\" is forbidden: User \"viewer\" cannot patch resource \"nodes\" in API group \"\""
                                + " at the cluster scope",
                        "viewer may not patch nodes in the whole cluster."),
                answer(
                        403,
                        "Forbidden",
                        "pods \"p\" is forbidden: User \"viewer\" cannot create resource \"pods/eviction\" in API"
                                + " group \"\" in the namespace \"team-a\"",
                        "viewer may not create pods/eviction in namespace team-a."),
                answer(
                        403,
                        "Forbidden",
                        "pods \"p2\" is forbidden: exceeded quota: compute, requested:"
                                + " pods=1,requests.nvidia.com/gpu=8, used: pods=1,requests.nvidia.com/gpu=0, limited:"
                                + " pods=1,requests.nvidia.com/gpu=4",
                        "the quota compute of its namespace leaves no room: requested"
                                + " pods=1,requests.nvidia.com/gpu=8, used pods=1,requests.nvidia.com/gpu=0, limit"
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
                        "Job team-a/train is another object now: it was deleted and created again.",
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
                        "Job team-a/train is another object now: it was deleted and created again."),
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
        assertTrue(words.contains("Job team-a/train is no longer as it was when the plan was made."), words);
        assertFalse(words.contains(RULES), words);
    }

    @Test
    void whatWasWantedAndWhatStandsAreNamed() {
        String words = Refusals.words(
                SUSPEND,
                new WriteResult.Refused(403, "Forbidden", "no", List.of(), Optional.empty()),
                Optional.of(Json.read("{\"spec\":{\"suspend\":false}}")));
        assertTrue(
                words.endsWith("Wanted: Suspend train (spec.suspend = true). It is unchanged: spec.suspend = false."),
                words);
    }

    /**
     * Messages as people met them, each from the place it names: streamdal/streamdal#306, Kyverno's block.go,
     * temporalio/helm-charts#423, istio/istio#43593 and #12456, cert-manager/cert-manager#5844 and #6864,
     * kubernetes-sigs/kueue#7601, #7637 and #12008, kubewarden.io#451, openpolicyagent.org (Kubernetes tutorial), kubernetes.io
     * (validating admission policy).
     */
    static Stream<Answer> met() {
        String calls = "Internal error occurred: failed calling webhook ";
        return Stream.of(
                answer(
                        403,
                        "Forbidden",
                        "admission webhook \"validation.gatekeeper.sh\" denied the request:"
                                + " [container-must-have-limits] container <console> has no resource limits\n"
                                + "[container-must-meet-ratio] container <console> has no resource requests",
                        "the webhook validation.gatekeeper.sh denies it: [container-must-have-limits] container"
                                + " <console> has no resource limits [container-must-meet-ratio] container"
                                + " <console> has"
                                + " no resource requests."),
                answer(
                        400,
                        "",
                        "admission webhook \"validate.kyverno.svc-fail\" denied the request: \n\nresource"
                                + " Job/team-a/train was blocked due to the following policies \n\nrequire-team:\n "
                                + " check-team: 'validation error: the label team is required'\n",
                        "the webhook validate.kyverno.svc-fail denies it: resource Job/team-a/train was blocked due to"
                                + " the following policies require-team: check-team: 'validation error: the label team"
                                + " is required'."),
                answer(
                        400,
                        "",
                        "admission webhook \"warden-validating.common-webhooks.networking.gke.io\" denied the request:"
                                + " GKE Warden rejected the request because it violates one or more constraints.\n"
                                + "Violations details: {\"[denied by autogke-disallow-privilege]\":[\"container a is"
                                + " privileged; not allowed in Autopilot\"]}\n"
                                + "Requested by user: 'ann', groups: 'system:authenticated'.",
                        "container a is privileged; not allowed in Autopilot\"]} Requested by user: 'ann', groups:"
                                + " 'system:authenticated'. The server says"),
                answer(
                        400,
                        "",
                        "admission webhook \"kw.cap.container-resources-policy.kubewarden.admission\" denied the"
                                + " request: memory limit '12Gi' exceeds the max allowed value '4G'",
                        "denies it: memory limit '12Gi' exceeds the max allowed value '4G'."),
                answer(
                        400,
                        "",
                        "admission webhook \"validating-webhook.openpolicyagent.org\" denied the request: invalid"
                                + " ingress host \"acmecorp.com\"",
                        "the webhook validating-webhook.openpolicyagent.org denies it: invalid ingress host"
                                + " \"acmecorp.com\"."),
                answer(
                        422,
                        "Invalid",
                        "deployments.apps \"nginx\" is forbidden: ValidatingAdmissionPolicy 'demo-policy.example.com'"
                                + " with binding 'demo-binding-test.example.com' denied request: failed expression:"
                                + " object.spec.replicas <= 5",
                        "the admission policy demo-policy.example.com denies it: failed expression:"
                                + " object.spec.replicas <= 5."),
                answer(
                        500,
                        "InternalError",
                        calls + "\"namespace.sidecar-injector.istio.io\": failed to call webhook: Post"
                                + " \"https://istiod.istio-system.svc:443/inject?timeout=10s\": context deadline"
                                + " exceeded",
                        "the webhook namespace.sidecar-injector.istio.io does not answer, and"),
                answer(
                        500,
                        "InternalError",
                        "Internal error occurred: failed calling admission webhook \"sidecar-injector.istio.io\": Post"
                                + " https://istio-sidecar-injector.istio-system.svc:443/inject?timeout=30s: net/http:"
                                + " request canceled",
                        "the webhook sidecar-injector.istio.io does not answer, and"),
                answer(
                        500,
                        "InternalError",
                        calls + "\"webhook.cert-manager.io\": failed to call webhook: Post"
                                + " \"https://cert-manager-webhook.cert-manager.svc:443/mutate?timeout=10s\": x509:"
                                + " certificate signed by unknown authority",
                        "the webhook webhook.cert-manager.io shows a certificate that the server does not trust, and"),
                answer(
                        500,
                        "InternalError",
                        calls
                                + "\"webhook.cert-manager.io\": failed to call webhook: Post \"https://x\": tls:"
                                + " failed to verify certificate: x509: certificate signed by unknown authority",
                        "shows a certificate that the server does not trust, and"),
                answer(
                        500,
                        "InternalError",
                        calls + "\"mresourceflavor.kb.io\": failed to call webhook: Post \"https://x\": no endpoints"
                                + " available for service \"kueue-webhook-service\"",
                        "the webhook mresourceflavor.kb.io is not running, and"),
                answer(
                        500,
                        "",
                        "conversion webhook for kueue.x-k8s.io/v1beta1, Kind=LocalQueue failed: Post"
                                + " \"https://kueue-webhook-service.kueue-system.svc:443/convert?timeout=30s\": EOF",
                        "the webhook that converts LocalQueue of kueue.x-k8s.io/v1beta1 does not answer, and without it"
                                + " the server can neither read nor write such objects."));
    }

    @ParameterizedTest
    @MethodSource("met")
    void whatPeopleMeetIsNamedToo(Answer answer) {
        whoForbidsItIsNamedAndTheServersRulesAreBlamedOnlyWhereTheyDo(answer);
    }
}
