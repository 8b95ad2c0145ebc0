// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ApiWrite.Verb;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.testkit.TestKinds;

/** What a repository must hold after a plan: what stays changed, and nothing else. */
class PatchExportTest {
    private static final ObjectRef JOB = TestKinds.job("team", "train");
    private static final String PIN =
            "{\"spec\":{\"template\":{\"spec\":{\"nodeSelector\":{\"kubernetes.io/hostname\":\"n1\"}}}}}";

    private static ApiWrite write(Verb verb, ObjectRef ref, String body) {
        return new ApiWrite(verb, ref, "", body, Optional.of("uid"), Optional.of("7"), "Do it");
    }

    private static String exported(ApiWrite... writes) {
        List<Step> steps = Arrays.stream(writes)
                .map(write -> (Step) new Step.Write(write, Optional.empty()))
                .toList();
        return PatchExport.kustomize(new Plan(
                new ClusterId("lab"), "place", "Place train on n1", steps, List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void aMergePatchNamesItsObjectAndCarriesNoPrecondition() {
        assertEquals("""
            # Place train on n1
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            patches:
            - target:
                group: batch
                version: v1
                kind: Job
                namespace: "team"
                name: "train"
              # Do it
              patch: |-
                {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"train"},"spec":{"template":{"spec":{"nodeSelector":{"kubernetes.io/hostname":"n1"}}}}}
            """, exported(write(Verb.MERGE_PATCH, JOB, PIN)));
    }

    @Test
    void aNameThatHoldsQuotesAndLineEndsStaysOneValue() {
        String name = "a\"\nkind: Secret\u2028# \u0085x: y";
        ObjectRef role = new ObjectRef("rbac.authorization.k8s.io", "v1", "clusterroles", "ClusterRole", "", name);
        ApiWrite write = new ApiWrite(
                Verb.MERGE_PATCH,
                role,
                "",
                "{\"rules\":[{\"verbs\":[\"get\"]}]}",
                Optional.empty(),
                Optional.empty(),
                "Edit " + role.displayName());
        List<String> lines = exported(write).lines().toList();
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("kind: Secret")), lines::toString);
        assertEquals(
                1,
                lines.stream()
                        .filter(line -> line.startsWith("    name: \"a\\\"\\nkind: Secret"))
                        .count(),
                lines::toString);
        assertTrue(
                lines.stream()
                        .filter(line -> line.contains("# "))
                        .noneMatch(line -> line.matches(".*[\\u2028\\u0085].*") && !line.contains("name")),
                lines::toString);
    }

    @Test
    void aJsonPatchStandsAsItIsSent() {
        String body = "[{\"op\":\"add\",\"path\":\"/spec/nodeSelector\",\"value\":{\"a\":\"b\"}}]";
        assertTrue(exported(write(Verb.JSON_PATCH, JOB, body)).endsWith("  patch: |-\n    " + body + "\n"));
    }

    @Test
    void switchesThatAreTurnedBackAreLeftOut() {
        assertEquals("", exported(write(Verb.MERGE_PATCH, JOB, "{\"spec\":{\"suspend\":true}}")));
        assertEquals("", exported(write(Verb.MERGE_PATCH, JOB, "{\"spec\":{\"runPolicy\":{\"suspend\":null}}}")));
        String both = exported(
                write(Verb.MERGE_PATCH, JOB, "{\"spec\":{\"suspend\":true}}"),
                write(Verb.MERGE_PATCH, JOB, PIN),
                write(Verb.MERGE_PATCH, JOB, "{\"spec\":{\"suspend\":false}}"));
        assertFalse(both.contains("suspend"), both);
        assertTrue(both.contains("nodeSelector"), both);
    }

    private static String operation(String op, String path, String value) {
        return "{\"op\":\"" + op + "\",\"path\":\"" + path + "\",\"value\":" + value + "}";
    }

    @Test
    void alsoThoseOfJsonPatchesAndOfAWorkloadThatIsDeactivated() {
        ObjectRef workload = new ObjectRef("kueue.x-k8s.io", "v1beta1", "workloads", "Workload", "team", "train");
        String off = operation("test", "/spec/active", "true") + "," + operation("replace", "/spec/active", "false");
        assertEquals("", exported(write(Verb.JSON_PATCH, workload, "[" + off + "]")));
        String stop = operation("test", "/spec/suspend", "false") + "," + operation("replace", "/spec/suspend", "true");
        assertEquals("", exported(write(Verb.JSON_PATCH, JOB, "[" + stop + "]")));
    }

    @Test
    void whatIsSentWithASwitchIsExportedWithoutItAndWithoutTestsOfTheServersObject() {
        String pin = operation("add", "/spec/template/spec/nodeSelector", "{\"a\":\"b\"}");
        String body =
                "[" + operation("test", "/metadata/uid", "\"u\"") + "," + operation("test", "/spec/suspend", "true")
                        + "," + operation("add", "/status/startTime", "null") + "," + pin + ","
                        + operation("replace", "/spec/suspend", "false") + "]";
        String file = exported(write(Verb.JSON_PATCH, JOB, body));
        assertTrue(file.endsWith("  patch: |-\n    [" + pin + "]\n"), file);
    }

    @Test
    void podsNodesAndDeletionsAreNoConcernOfARepository() {
        assertEquals("", exported(write(Verb.JSON_PATCH, ObjectRef.pod("team", "p"), "[{\"op\":\"remove\"}]")));
        assertEquals("", exported(write(Verb.MERGE_PATCH, ObjectRef.node("n1"), "{\"spec\":{\"taints\":[\"x\"]}}")));
        assertEquals("", exported(write(Verb.DELETE, JOB, "{}")));
    }

    @Test
    void whatIsCreatedAgainIsExportedWhole() {
        String file = exported(write(Verb.DELETE, JOB, "{}"), write(Verb.CREATE, JOB, "{\"kind\":\"Job\"}"));
        assertEquals("# Place train on n1\n# Do it\n{\"kind\":\"Job\"}\n", file);
    }
}
