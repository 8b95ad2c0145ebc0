// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ApiWrite.Verb;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.testkit.TestKinds;

/** A plan as kubectl commands. */
class KubectlExportTest {
    private static final ObjectRef JOB = TestKinds.job("team", "train");

    private static String exported(Step... steps) {
        return KubectlExport.commands(new Plan(
                new ClusterId("lab"), "act", "Do it all", List.of(steps), List.of(), List.of(), List.of(), List.of()));
    }

    private static Step write(Verb verb, String body) {
        return new Step.Write(
                new ApiWrite(verb, JOB, "", body, Optional.of("u1"), Optional.of("7"), "Do it"), Optional.empty());
    }

    @Test
    void aPatchCarriesItsPreconditions() {
        assertEquals("""
            # Do it all, on lab
            # Do it
            kubectl patch jobs.v1.batch/train -n team --type=merge -p '{"spec":{"suspend":true},"metadata":{"uid":"u1","resourceVersion":"7"}}'
            """, exported(write(Verb.MERGE_PATCH, "{\"spec\":{\"suspend\":true}}")));
        assertTrue(exported(write(Verb.JSON_PATCH, "[{\"op\":\"remove\",\"path\":\"/spec/a\"}]"))
                .contains("'[{\"op\":\"test\",\"path\":\"/metadata/uid\",\"value\":\"u1\"},"));
    }

    @Test
    void noTextEndsTheWordItStandsIn() {
        String commands = exported(write(Verb.MERGE_PATCH, "{\"a\":\"'; rm -rf / #\\n$(id)\"}"));
        assertTrue(commands.contains("'\\''; rm -rf / #\\n$(id)\""), commands);
        String title = KubectlExport.commands(new Plan(
                new ClusterId("lab"),
                "act",
                "first\nrm -rf /",
                List.of(write(Verb.DELETE, "{}")),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
        assertFalse(title.lines().anyMatch(line -> line.startsWith("rm")), title);
    }

    @Test
    void noSecretIsCopied() {
        String body =
                "{\"spec\":{\"containers\":[{\"name\":\"c\",\"env\":[{\"name\":\"TOKEN\",\"value\":\"CANARY\"}]}]}}";
        String commands = exported(write(Verb.CREATE, body));
        assertFalse(commands.contains("CANARY"), commands);
        assertTrue(commands.startsWith("# Secrets are not copied"), commands);
    }

    @Test
    void aDeletionLooksWhetherItIsThatVeryObjectAndAnEvictionNamesIt() {
        String commands = exported(
                write(Verb.DELETE, "{\"propagationPolicy\":\"Foreground\",\"gracePeriodSeconds\":5}"),
                new Step.EvictAll(
                        List.of(new Step.Victim(ObjectRef.pod("team", "p"), "u2", Optional.empty())),
                        Duration.ofMinutes(1),
                        "Evict it"));
        assertTrue(
                commands.contains("= u1 ] && kubectl delete jobs.v1.batch/train -n team --cascade=foreground"
                        + " --grace-period=5"),
                commands);
        assertTrue(
                commands.contains("kubectl create --raw /api/v1/namespaces/team/pods/p/eviction -f - <<'EOF'"),
                commands);
        assertTrue(commands.contains("\"preconditions\":{\"uid\":\"u2\"}"), commands);
    }

    @Test
    void aPlanThatWritesNothingIsNoCommand() {
        assertEquals("", exported(new Step.Await(JOB, new Expectation.Gone("u"), Duration.ofMinutes(1), "Wait")));
    }
}
