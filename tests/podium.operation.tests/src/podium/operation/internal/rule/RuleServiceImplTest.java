// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.testkit.TestKinds;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.rule.FreezeWindow;
import podium.operation.rule.Glob;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.ProtectionRule;
import podium.operation.rule.RuleDecision;
import podium.testkit.Pipes;

class RuleServiceImplTest {
    private static final ClusterId PROD = new ClusterId("prod");
    /** A Friday. */
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-06T12:00:00Z"));

    @TempDir
    Path directory = Path.of("");

    private Path file() {
        return directory.resolve("rules.json");
    }

    private RuleServiceImpl open() {
        return new RuleServiceImpl(new RuleFile(file()), NOON);
    }

    private RuleServiceImpl with(OperatorRules rules) throws IOException {
        RuleServiceImpl kept = open();
        kept.keep(rules);
        return kept;
    }

    private static Step write(ObjectRef ref) {
        return new Step.Write(
                new ApiWrite(
                        ApiWrite.Verb.MERGE_PATCH, ref, "", "{}", Optional.empty(), Optional.empty(), "Change " + ref),
                Optional.empty());
    }

    private static Plan plan(List<String> irreversible, Step... steps) {
        List<Step> all = List.of(steps);
        return new Plan(PROD, "drain", "Drain", all, List.of(), irreversible, List.of(), all);
    }

    private static Step evict(String namespace) {
        return new Step.EvictAll(
                List.of(new Step.Victim(ObjectRef.pod(namespace, "p"), "u", Optional.empty())),
                Duration.ofMinutes(1),
                "Evict");
    }

    private static OperatorRules protecting(String node) {
        return new OperatorRules(List.of(ProtectionRule.parse(node)), List.of(), List.of(), List.of());
    }

    /** A protection that somebody wrote into the file while Podium ran was written over by the next change in the dialog. */
    @Test
    void whatWasChangedInTheFileMeanwhileIsNotWrittenOverButHolds() throws IOException {
        RuleServiceImpl kept = with(protecting("prod/n1"));
        new RuleFile(file()).write(protecting("prod/n2"));
        String why = assertThrows(IOException.class, () -> kept.keep(protecting("prod/n3")))
                .getMessage();
        assertTrue(why.contains("was changed outside Podium while it runs"), why);
        assertEquals(protecting("prod/n2"), kept.rules());
        kept.keep(protecting("prod/n3"));
        assertEquals(protecting("prod/n3"), open().rules());
    }

    @Test
    void whatCannotBeReadMeanwhileStopsAllUntilItIsSavedAgain() throws IOException {
        RuleServiceImpl kept = with(protecting("prod/n1"));
        Files.writeString(file(), "{\"protectedNodes\": [");
        assertThrows(IOException.class, () -> kept.keep(protecting("prod/n3")));
        assertTrue(kept.frozen(PROD).isPresent());
        kept.keep(protecting("prod/n3"));
        assertEquals(Optional.empty(), kept.frozen(PROD));
    }

    @Test
    void rulesGoByWhatAClusterIsShownAsAndByItsContextNeverByItsKey() throws IOException {
        ClusterId shown = new ClusterId("default-12ab", "default (prod.yaml)", "default");
        for (String rule : List.of("default/*", "*prod.yaml*/*")) {
            String why = with(new OperatorRules(List.of(ProtectionRule.parse(rule)), List.of(), List.of(), List.of()))
                    .whyNotNode(shown, "n1")
                    .orElseThrow();
            assertFalse(why.contains("12ab"), why);
        }
        RuleServiceImpl byKey =
                with(new OperatorRules(List.of(ProtectionRule.parse("*12ab/*")), List.of(), List.of(), List.of()));
        assertEquals(Optional.empty(), byKey.whyNotNode(shown, "n1"));
        OperatorRules frozen = new OperatorRules(
                List.of(), List.of(), List.of(FreezeWindow.parse("default Fri 00:00-23:59 UTC")), List.of());
        assertTrue(with(frozen).whyNotNode(shown, "n1").orElseThrow().startsWith("default (prod.yaml) is frozen"));
    }

    /** A pod that is root on a protected node is a change of that node, though it lies in a namespace. */
    @Test
    void aPodThatIsMadeForAProtectedNodeIsForbidden() throws IOException {
        RuleServiceImpl kept =
                with(new OperatorRules(List.of(ProtectionRule.parse("prod/gpu-7")), List.of(), List.of(), List.of()));
        String body = """
            {"spec":{"affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[
              {"matchFields":[{"key":"metadata.name","operator":"In","values":["%s"]}]}]}}}}}
            """;
        for (String node : List.of("gpu-7", "gpu-8")) {
            ApiWrite create = new ApiWrite(
                    ApiWrite.Verb.CREATE,
                    ObjectRef.pod("default", "shell"),
                    "",
                    body.formatted(node),
                    Optional.empty(),
                    Optional.empty(),
                    "Create a pod");
            assertEquals(
                    node.equals("gpu-7"),
                    !kept.judge(plan(List.of(), new Step.Write(create, Optional.empty())))
                            .forbidden()
                            .isEmpty(),
                    node);
        }
    }

    @Test
    void whatIsKeptIsThereAfterARestart() throws IOException {
        OperatorRules rules = new OperatorRules(
                List.of(ProtectionRule.parse("prod/gpu-*")),
                List.of(ProtectionRule.parse("kube-system")),
                List.of(FreezeWindow.parse("prod Fri,Sat 18:00-08:00 Europe/Berlin")),
                List.of(new Glob("prod*")));
        with(rules);
        assertEquals(rules, open().rules());
    }

    @Test
    void withoutAFileNothingIsForbidden() {
        assertEquals(OperatorRules.NONE, open().rules());
        assertEquals(new RuleDecision(List.of(), Optional.empty()), open().judge(plan(List.of("lost"), evict("a"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"protectedNodes\": 7}",
                "{\"protectedNodes\": [7]}",
                "{\"protectedNodes\": [\"/\"]}",
                "{\"freezeWindows\": [\"prod sometimes\"]}",
                "{\"protectednodes\": [\"prod/n1\"]}",
                "{\"protectedNodes\": [], \"nodes\": [\"n1\"]}"
            })
    void aFileThatCannotBeReadSaysWhyAndForbidsEverything(String content) throws IOException {
        Files.writeString(file(), content);
        RuleServiceImpl kept = open();
        assertTrue(kept.problem().orElse("").contains(file().toString()), kept.problem()::toString);
        assertFalse(kept.judge(plan(List.of(), write(ObjectRef.node("n"))))
                .forbidden()
                .isEmpty());
        assertTrue(kept.whyNotNode(PROD, "n").isPresent());
        kept.keep(OperatorRules.NONE);
        assertEquals(Optional.empty(), kept.problem());
        assertEquals(OperatorRules.NONE, open().rules());
    }

    @Test
    void aRuleUnderAnUnknownNameIsNamed() throws IOException {
        Files.writeString(file(), "{\"protectednodes\": [\"prod/n1\"]}");
        assertTrue(open().problem().orElse("").contains("protectednodes is not a rule"), open().problem()::toString);
    }

    @Test
    void nothingOfTheParserItselfIsInTheWords() throws IOException {
        Files.writeString(file(), "{\"protectedNodes\": [\"n2\"");
        assertFalse(open().problem().orElse("").contains("Source"), open().problem()::toString);
    }

    @Test
    void rulesNestedWithoutEndAreRefusedAsAnyBrokenOnes() throws IOException {
        Files.writeString(file(), "{\"protectedNodes\": " + "[".repeat(100_000));
        assertTrue(open().problem().orElse("").contains("it is not valid JSON"), open().problem()::toString);
    }

    @Test
    void rulesOnADiskThatIsNotMountedForbidEverything() throws IOException {
        Files.createSymbolicLink(file(), directory.resolve("not-mounted/rules.json"));
        assertTrue(open().problem().orElse("").contains("cannot be read"), open().problem()::toString);
        assertTrue(open().whyNotNode(PROD, "n").isPresent());
    }

    @Test
    void rulesThatAreAPipeHoldNobodyUp() throws Exception {
        Pipes.at(file());
        Optional<String> problem = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> open().problem());
        assertTrue(problem.orElse("").contains("not a plain file"), problem::toString);
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        Files.write(file(), new byte[(1 << 20) + 1]);
        assertTrue(open().problem().orElse("").contains("1 MB"));
    }

    @Test
    void whatCannotBeWrittenLeavesTheRulesOfBefore() throws IOException {
        Files.writeString(directory.resolve("taken"), "");
        RuleServiceImpl kept = new RuleServiceImpl(new RuleFile(directory.resolve("taken/rules.json")), NOON);
        assertThrows(
                IOException.class,
                () -> kept.keep(new OperatorRules(List.of(), List.of(), List.of(), List.of(new Glob("*")))));
        assertEquals(OperatorRules.NONE, kept.rules());
    }

    @Test
    void aProtectedNodeIsNotWrittenAndItsNamesakeElsewhereIs() throws IOException {
        RuleServiceImpl kept =
                with(new OperatorRules(List.of(ProtectionRule.parse("prod/gpu-*")), List.of(), List.of(), List.of()));
        RuleDecision ruling =
                kept.judge(plan(List.of(), write(ObjectRef.node("gpu-1")), write(ObjectRef.node("cpu-1"))));
        assertEquals(List.of("Node gpu-1 is protected (rule prod/gpu-*)."), ruling.forbidden());
        assertEquals(Optional.empty(), kept.whyNotNode(new ClusterId("test"), "gpu-1"));
        assertTrue(kept.judge(plan(List.of(), write(ObjectRef.pod("gpu-1", "gpu-1"))))
                .forbidden()
                .isEmpty());
    }

    @Test
    void nothingInAProtectedNamespaceIsWrittenEvictedOrPartOfABarrier() throws IOException {
        RuleServiceImpl kept =
                with(new OperatorRules(List.of(), List.of(ProtectionRule.parse("kube-*")), List.of(), List.of()));
        Step.Write inside = (Step.Write) write(TestKinds.job("kube-system", "j"));
        List<String> wanted = List.of("Namespace kube-system is protected (rule */kube-*).");
        assertEquals(wanted, kept.judge(plan(List.of(), inside)).forbidden());
        assertEquals(wanted, kept.judge(plan(List.of(), evict("kube-system"))).forbidden());
        assertEquals(
                wanted,
                kept.judge(plan(List.of(), new Step.Barrier(List.of(inside), "all")))
                        .forbidden());
        assertTrue(kept.judge(plan(List.of(), evict("team"))).forbidden().isEmpty());
    }

    @Test
    void anOpenFreezeWindowForbidsEverythingOnceAndSaysUntilWhen() throws IOException {
        RuleServiceImpl kept = with(new OperatorRules(
                List.of(), List.of(), List.of(FreezeWindow.parse("prod Fri 11:00-13:00 UTC")), List.of()));
        assertEquals(
                List.of("prod is frozen until Fri 13:00 UTC (rule prod Fri 11:00-13:00 UTC)."),
                kept.judge(plan(List.of(), write(ObjectRef.node("a")), evict("b")))
                        .forbidden());
        assertTrue(kept.whyNotNamespace(PROD, "any").isPresent());
        assertTrue(kept.whyNotNode(new ClusterId("test"), "a").isEmpty());
    }

    @Test
    void theNameOfTheOneNodeIsTypedBeforeWhatCannotBeUndone() throws IOException {
        RuleServiceImpl kept = with(new OperatorRules(List.of(), List.of(), List.of(), List.of(new Glob("pr*"))));
        Step cordon = write(ObjectRef.node("n1"));
        assertEquals(
                Optional.of("n1"),
                kept.judge(plan(List.of("lost"), cordon, evict("a"))).typed());
        assertEquals(Optional.empty(), kept.judge(plan(List.of(), cordon)).typed());
        assertEquals(
                Optional.of("prod"),
                kept.judge(plan(List.of("lost"), cordon, write(ObjectRef.node("n2"))))
                        .typed());
        assertEquals(
                Optional.of("p"), kept.judge(plan(List.of("lost"), evict("a"))).typed());
    }

    @Test
    void aPlanWithoutUndoCountsAsLastingButAnUndoDoesNot() throws IOException {
        RuleServiceImpl kept = with(new OperatorRules(List.of(), List.of(), List.of(), List.of(new Glob("*"))));
        List<Step> steps = List.of(write(ObjectRef.node("n1")));
        Plan lasting = new Plan(PROD, "label", "Label", steps, List.of(), List.of(), List.of(), List.of());
        Plan undo = new Plan(PROD, "undo", "Undo", steps, List.of(), List.of(), List.of(), List.of());
        assertEquals(Optional.of("n1"), kept.judge(lasting).typed());
        assertEquals(Optional.empty(), kept.judge(undo).typed());
    }
}
