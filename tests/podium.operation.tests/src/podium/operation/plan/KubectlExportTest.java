// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.api.ApiWrite;
import podium.core.api.ApiWrite.Verb;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.ImpersonatedUser;
import podium.core.file.Home;
import podium.core.json.HiddenCharacters;
import podium.core.json.Json;
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
            kubectl --context lab patch jobs.v1.batch/train -n team --type=merge -p '{"spec":{"suspend":true},"metadata":{"uid":"u1","resourceVersion":"7"}}'
            """, exported(write(Verb.MERGE_PATCH, "{\"spec\":{\"suspend\":true}}")));
        assertTrue(exported(write(Verb.JSON_PATCH, "[{\"op\":\"remove\",\"path\":\"/spec/a\"}]"))
                .contains("'[{\"op\":\"test\",\"path\":\"/metadata/uid\",\"value\":\"u1\"},"));
    }

    /** Pasted, it goes to the current context otherwise, and that may be another cluster with the same objects. */
    @Test
    void eachCommandSaysWhichClusterItMeansAndAsWhom() {
        ClusterId lab = new ClusterId("value", "lab (2)", "lab it's");
        Path other = Path.of("/k/other config");
        ClusterTarget target = new ClusterTarget(lab, other, "lab it's", false);
        assertEquals(
                "kubectl --context 'lab it'\\''s' --kubeconfig '/k/other config' --as ana --as-group team-a",
                KubectlExport.kubectl(
                        lab,
                        Optional.of(target.as(Optional.of(new ImpersonatedUser("ana", List.of("team-a"))))),
                        Map.of()));
        String usual = "kubectl --context 'lab it'\\''s'";
        assertEquals(usual, KubectlExport.kubectl(lab, Optional.of(target), Map.of("KUBECONFIG", other.toString())));
        assertEquals(
                usual,
                KubectlExport.kubectl(
                        lab,
                        Optional.of(new ClusterTarget(lab, Home.folder().resolve(".kube/config"), "lab it's", false)),
                        Map.of()));
        assertTrue(exported(write(Verb.DELETE, "{}")).contains("$(kubectl --context lab get jobs.v1.batch/train"));
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

    /** What RBAC allows in a name (all but a slash and a percent sign), and texts of others in what a plan does. */
    static List<String> hostile() {
        return List.of(
                "$(touch canary)",
                "`touch canary`",
                "'; touch canary; '",
                "'$(touch canary)'",
                "\"; touch canary; \"",
                "a & touch canary",
                "a | touch canary",
                "a > canary",
                "a\ntouch canary\n",
                "a\r\ntouch canary",
                "a\n'\nEOF\ntouch canary\n",
                "a\u001b[201~\u0003\ntouch canary\n",
                "a\u0085touch canary\u2028touch canary",
                "a\u202etouch canary\u202c",
                "*(e:'touch canary':)",
                "a\\",
                "!touch",
                "-o=x --kubeconfig=y",
                "~",
                "\u00fc\ud83d\ude80",
                "tag\udb40\udc41s'",
                "filler\u3164 variant\ufe0f");
    }

    private static Plan naming(String text) {
        ObjectRef role = new ObjectRef("rbac.authorization.k8s.io", "v1", "clusterroles", "ClusterRole", "", text);
        String body = Json.write(Json.object()
                .set("metadata", Json.object().set("labels", Json.object().put("k", text))));
        ApiWrite patch = new ApiWrite(
                Verb.MERGE_PATCH, role, "", body, Optional.of("u1"), Optional.of(text), "Label " + role.displayName());
        ApiWrite delete = new ApiWrite(Verb.DELETE, role, "", "{}", Optional.of("u1"), Optional.empty(), text);
        ApiWrite create = new ApiWrite(Verb.CREATE, role, "", body, Optional.empty(), Optional.empty(), text);
        return new Plan(
                new ClusterId(text),
                "act",
                "Act on " + text,
                List.of(
                        new Step.Write(patch, Optional.empty()),
                        new Step.Write(delete, Optional.empty()),
                        new Step.Write(create, Optional.empty())),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Runs what is copied in a shell whose kubectl writes down its arguments. */
    private static String run(Path folder, String commands, String... shell) throws Exception {
        Path kubectl = folder.resolve("kubectl");
        Files.writeString(
                kubectl,
                "#!/bin/sh\nshift 2\nfor one; do printf '%s\\0' \"$one\" >>said; done\n[ \"$1\" = get ] && cat uid\n"
                        + "[ \"$1\" = create ] && cat >>said\ntrue\n");
        assertTrue(kubectl.toFile().setExecutable(true));
        Files.writeString(folder.resolve("uid"), "u1");
        Files.writeString(folder.resolve("commands"), commands);
        Files.deleteIfExists(folder.resolve("said"));
        ProcessBuilder builder = new ProcessBuilder(shell)
                .directory(folder.toFile())
                .redirectInput(folder.resolve("commands").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().merge("PATH", folder + ":", (path, own) -> own + path);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HISTFILE", "");
        Process process = builder.start();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "the shell does not end");
        return Files.exists(folder.resolve("said")) ? Files.readString(folder.resolve("said")) : "";
    }

    /** A shell that takes no comments stands for zsh, which takes none at its prompt unless it is told to. */
    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsCopiedRunsNothingButKubectlWhateverStandsInNames(String text, @TempDir Path folder) throws Exception {
        Path bash = Path.of("/bin/bash");
        assumeTrue(Files.isExecutable(bash), "there is no bash");
        String commands = KubectlExport.commands(naming(text));
        assertFalse(
                commands.codePoints().anyMatch(c -> c != '\n' && HiddenCharacters.is(c)),
                "nothing hides in what is copied");
        for (List<String> shell : List.of(
                List.of(bash.toString()),
                List.of(bash.toString(), "--norc", "--noprofile", "-i", "+O", "interactive_comments"))) {
            String said = run(folder, commands, shell.toArray(new String[0]));
            assertFalse(Files.exists(folder.resolve("canary")), commands);
            assertTrue(
                    said.contains("\0clusterroles.v1.rbac.authorization.k8s.io/" + text + "\0"), () -> said + commands);
            assertTrue(said.contains("\0--cascade=background\0"), () -> "it was looked at, and deleted: " + said);
        }
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
                commands.contains(
                        "= u1 ] && kubectl --context lab delete jobs.v1.batch/train -n team --cascade=foreground"
                                + " --grace-period=5 --wait=false"),
                commands);
        assertTrue(
                commands.contains(
                        "kubectl --context lab create --raw /api/v1/namespaces/team/pods/p/eviction -f - <<'EOF'"),
                commands);
        assertTrue(commands.contains("\"preconditions\":{\"uid\":\"u2\"}"), commands);
    }

    /** kubectl waits for the end of what it deletes: the grace of pods that end with their job would be set when they are gone. */
    @Test
    void nothingWaitsButWhereThePlanWaitsAndAGraceOfZeroIsForced() {
        ApiWrite pod = new ApiWrite(
                Verb.DELETE,
                ObjectRef.pod("team", "p"),
                "",
                "{\"gracePeriodSeconds\":0}",
                Optional.of("u2"),
                Optional.empty(),
                "End pod p");
        List<String> commands = exported(
                        write(Verb.DELETE, "{}"),
                        new Step.Write(pod, Optional.empty()),
                        new Step.Await(JOB, new Expectation.Gone("u1"), Duration.ofMinutes(30), "Wait"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertTrue(commands.get(0).endsWith("delete jobs.v1.batch/train -n team --cascade=background --wait=false"));
        assertTrue(commands.get(1)
                .endsWith("delete pods/p -n team --cascade=background --grace-period=0 --force --wait=false"));
        assertEquals(
                "[ \"$(kubectl --context lab get jobs.v1.batch/train -n team -o jsonpath='{.metadata.uid}'"
                        + " --ignore-not-found)\" != u1 ]"
                        + " || kubectl --context lab wait jobs.v1.batch/train -n team --for=delete --timeout=1800s",
                commands.get(2));
    }

    @Test
    void anEvictionCarriesTheGraceThatThePlanGives() {
        Step.Victim victim = new Step.Victim(ObjectRef.pod("team", "p"), "u2", Optional.of(Duration.ofSeconds(5)));
        assertTrue(exported(new Step.EvictAll(List.of(victim), Duration.ofMinutes(1), "Evict it"))
                .contains("\"deleteOptions\":{\"preconditions\":{\"uid\":\"u2\"},\"gracePeriodSeconds\":5}"));
    }

    @Test
    void aPlanThatWritesNothingIsNoCommand() {
        assertEquals("", exported(new Step.Await(JOB, new Expectation.Gone("u"), Duration.ofMinutes(1), "Wait")));
    }
}
