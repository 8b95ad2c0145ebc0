// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.SessionIdentity;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalFile;
import podium.operation.approval.ApprovalKey;
import podium.operation.approval.ApprovalRequest;
import podium.operation.internal.approval.Approvals;
import podium.operation.internal.approval.AskedApprovals;
import podium.operation.internal.audit.JournalAudit;
import podium.operation.internal.gate.ApprovalBroker;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.internal.journal.Journal;
import podium.operation.internal.journal.JournalLocation;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.Plan;
import podium.operation.plan.PlanDigest;
import podium.operation.plan.Step;
import podium.operation.rule.ApprovalScope;
import podium.operation.rule.Approver;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.RuleDecision;
import podium.operation.rule.RuleService;
import podium.testkit.OpenUmask;

/** An approval counts for this plan, this cluster, this person, in time, once, and by somebody else only. */
class ApprovalTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SessionIdentity LAB =
            new SessionIdentity("https://lab:6443", "uid-lab", "ann@corp", List.of(), false);
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final ObjectRef JOB = new ObjectRef("batch", "v1", "jobs", "Job", "team", "train");

    @TempDir
    Path directory = Path.of("");

    private Instant now = NOW;
    private final InstantSource clock = () -> now;
    private final Plan plan = plan("1");

    private static Plan plan(String value) {
        return Bench.plan("delete", List.of(Bench.set(NODE, "a", value, "null")), List.of());
    }

    private ApprovalKey ben() throws IOException {
        Path file = directory.resolve("ben.json");
        return Files.exists(file) ? ApprovalKey.read(file).orElseThrow() : ApprovalKey.make(file);
    }

    private Path ann() {
        return directory.resolve("ann.json");
    }

    private OperatorRules rules() throws IOException {
        return trusting(new Approver("ben", ben().publicKey()));
    }

    private static OperatorRules trusting(Approver... approvers) {
        return new OperatorRules(
                List.of(), List.of(), List.of(), List.of(), List.of(ApprovalScope.parse("* all")), List.of(approvers));
    }

    private Approvals desk() {
        return desk("home");
    }

    /** The same person on the same machine, with another workspace. */
    private Approvals desk(String home) {
        return new Approvals(ann(), "ann@desk", clock, new AskedApprovals(directory.resolve(home)));
    }

    @BeforeEach
    void key() throws IOException {
        ApprovalKey.make(ann());
    }

    private Approval approved() throws IOException {
        return ben().approve(desk().request(plan, LAB).request(), "ben", NOW.plus(Duration.ofHours(8)));
    }

    private static void assertRefused(Optional<String> problem, String words) {
        assertTrue(problem.orElse("it counts").contains(words), problem::toString);
    }

    @Test
    void whatSomebodyTrustedHasApprovedCountsOnce() throws IOException {
        Approvals desk = desk();
        Approval approval = approved();
        assertEquals(Optional.empty(), desk.problem(approval, plan, LAB, rules()));
        assertTrue(desk.use(approval));
        assertRefused(desk.problem(approval, plan, LAB, rules()), "already");
        assertFalse(desk.use(approval));
    }

    /** Two workspaces of one person: each would run it once. */
    @Test
    void whatOneConsoleAskedForCountsInNoOther() throws IOException {
        Approval approval = approved();
        assertRefused(desk("second").problem(approval, plan, LAB, rules()), "by another Podium");
        assertFalse(desk("second").use(approval));
        assertEquals(Optional.empty(), desk().problem(approval, plan, LAB, rules()));
    }

    /** A journal that was deleted or put back from a copy knows nothing of it. */
    @Test
    void whatRanRunsNoSecondTimeWhenTheJournalIsGone() throws IOException {
        Approval approval = approved();
        assertTrue(desk().use(approval));
        assertRefused(desk().problem(approval, plan, LAB, rules()), "already");
        assertFalse(desk().use(approval));
    }

    /** What is asked for and never run is forgotten once no approval of it could count. */
    @Test
    void whatNobodyApprovedIsForgottenInTime() throws IOException {
        Approval approval = approved();
        now = NOW.plus(Approvals.LONGEST).plusSeconds(1);
        desk().request(plan, LAB);
        try (Stream<Path> asked = Files.list(directory.resolve("home"))) {
            assertEquals(1, asked.count());
        }
        assertFalse(desk().use(approval));
    }

    @Test
    void anotherPlanClusterServerOrPersonIsNotApproved() throws IOException {
        Approval approval = approved();
        assertRefused(desk().problem(approval, plan("2"), LAB, rules()), "another plan");
        for (SessionIdentity other : List.of(
                new SessionIdentity(LAB.server(), "uid-prod", LAB.user(), List.of(), false),
                new SessionIdentity("https://prod:6443", LAB.clusterUid(), LAB.user(), List.of(), false))) {
            assertRefused(desk().problem(approval, plan, other, rules()), "not for this one");
        }
        SessionIdentity root = new SessionIdentity(LAB.server(), LAB.clusterUid(), "root", List.of(), true);
        assertRefused(desk().problem(approval, plan, root, rules()), "asked for by");
        Approvals carl = new Approvals(
                directory.resolve("carl.json"), "carl@desk", clock, new AskedApprovals(directory.resolve("carl")));
        assertRefused(carl.problem(approval, plan, LAB, rules()), "asked for by");
    }

    /** Who asks holds the file: a harmless plan to read beside the digest of the one that is to run is whole in itself. */
    @Test
    void whatWasShownToTheSecondPersonIsWhatRuns() throws IOException {
        ApprovalRequest asked = desk().request(plan, LAB).request();
        JsonNode harmless = PlanDigest.shown(plan("2"));
        ApprovalRequest swapped = new ApprovalRequest(
                asked.nonce(),
                asked.digest(),
                PlanDigest.of(asked.nonce(), harmless),
                asked.cluster(),
                asked.clusterUid(),
                asked.server(),
                asked.requester(),
                asked.user(),
                asked.requesterKey(),
                asked.at());
        assertTrue(new ApprovalFile(swapped, harmless, Optional.empty()).isWhole(), "who approves sees nothing wrong");
        Approval approval = ben().approve(swapped, "ben", NOW.plus(Duration.ofHours(8)));
        assertRefused(desk().problem(approval, plan, LAB, rules()), "is not what this plan shows");
        ApprovalRequest renamed = new ApprovalRequest(
                asked.nonce(),
                asked.digest(),
                asked.shown(),
                "playground",
                asked.clusterUid(),
                asked.server(),
                asked.requester(),
                asked.user(),
                asked.requesterKey(),
                asked.at());
        Approval named = ben().approve(renamed, "ben", NOW.plus(Duration.ofHours(8)));
        assertRefused(desk().problem(named, plan, LAB, rules()), "is not what this plan shows");
    }

    @Test
    void aKeyThatTheRulesDoNotNameDoesNotCount() throws IOException {
        assertRefused(desk().problem(approved(), plan, LAB, trusting()), "do not trust");
    }

    @Test
    void onesOwnSignatureDoesNotCountHoweverItIsNamed() throws IOException {
        ApprovalKey own = ApprovalKey.read(ann()).orElseThrow();
        Approval self = own.approve(desk().request(plan, LAB).request(), "ben", NOW.plus(Duration.ofHours(1)));
        assertRefused(desk().problem(self, plan, LAB, trusting(new Approver("ben", own.publicKey()))), "your own");
        for (String name : List.of("ann", "ann@corp", "ann@desk")) {
            OperatorRules second = trusting(new Approver(name, ben().publicKey()));
            assertRefused(desk().problem(approved(), plan, LAB, second), "your own");
        }
    }

    /** The audit tells who approved: whom the rules trust under one name cannot sign under another. */
    @Test
    void nobodySignsUnderAnotherName() throws IOException {
        Approval named = ben().approve(desk().request(plan, LAB).request(), "the boss", NOW.plusSeconds(60));
        assertRefused(desk().problem(named, plan, LAB, rules()), "with the key of ben");
    }

    @Test
    void whatIsOverOrTooLongDoesNotCount() throws IOException {
        Approval approval = approved();
        now = NOW.plus(Duration.ofHours(8));
        assertRefused(desk().problem(approval, plan, LAB, rules()), "expired");
        now = NOW;
        Approval ever = ben().approve(approval.request(), "ben", NOW.plus(Duration.ofDays(800)));
        assertRefused(desk().problem(ever, plan, LAB, rules()), "valid for more than");
    }

    @Test
    void noWordOfItCanBeChangedAfterwards() throws IOException {
        Approval approval = approved();
        Approval later = new Approval(
                approval.request(),
                approval.by(),
                approval.key(),
                approval.until().plusSeconds(60),
                approval.signature());
        assertRefused(desk().problem(later, plan, LAB, rules()), "signature");
        Approval other = new Approval(
                desk().request(plan, LAB).request(),
                approval.by(),
                approval.key(),
                approval.until(),
                approval.signature());
        assertRefused(desk().problem(other, plan, LAB, rules()), "signature");
        Approval noise = new Approval(approval.request(), "ben", approval.key(), approval.until(), "no base64!");
        assertRefused(desk().problem(noise, plan, LAB, rules()), "signature");
    }

    @Test
    void aFileIsReadBackAsItWasWrittenAndShowsWhenItsPlanWasChanged() throws IOException {
        Path file = directory.resolve("request.json");
        try (OpenUmask _ = new OpenUmask()) {
            ApprovalFile asked = desk().request(plan, LAB);
            asked.with(ben().approve(asked.request(), "ben", NOW.plusSeconds(60)))
                    .write(file);
        }
        assertEquals(List.of(), OpenUmask.open(file));
        ApprovalFile read = ApprovalFile.read(file);
        assertTrue(read.isWhole());
        assertEquals(plan.title(), read.shown().title());
        assertEquals(Optional.empty(), desk().problem(read.approval().orElseThrow(), plan, LAB, rules()));

        Files.writeString(file, Files.readString(file).replace("Test delete", "Test something harmless"));
        assertFalse(ApprovalFile.read(file).isWhole());
        Files.writeString(file, "{\"format\":\"other\"}");
        assertThrows(IOException.class, () -> ApprovalFile.read(file));
        Files.writeString(file, "no JSON");
        assertThrows(IOException.class, () -> ApprovalFile.read(file));
    }

    @Test
    void noSecretIsInARequest() throws IOException {
        String body = "{\"spec\":{\"env\":[{\"name\":\"A\",\"value\":\"CANARY\"}]}}";
        Plan secret = new Plan(
                FakeCluster.ID,
                "submit",
                "x",
                List.of(new Step.Write(Bench.api(ApiWrite.Verb.CREATE, JOB, body, Optional.empty()), Optional.empty())),
                List.of(),
                List.of(),
                List.of(new ObjectChange("Job x", "", "env:\n- name: A\n  value: CANARY\n")),
                List.of());
        ApprovalFile asked = desk().request(secret, LAB);
        Path file = directory.resolve("request.json");
        asked.write(file);
        assertFalse(Files.readString(file).contains("CANARY"));
        Approval approval = ben().approve(asked.request(), "ben", NOW.plusSeconds(60));
        assertEquals(Optional.empty(), desk().problem(approval, secret, LAB, rules()));
    }

    @Test
    void whatNeedsAnApprovalFollowsFromTheRule() {
        Plan lasting = plan;
        Plan undoable = Bench.plan("cordon", lasting.steps(), lasting.steps());
        Plan back = Bench.plan("undo", lasting.steps(), List.of());
        ApprovalScope some = ApprovalScope.parse("la*");
        ApprovalScope all = ApprovalScope.parse("lab all");
        assertTrue(some.covers(lasting) && all.covers(lasting) && all.covers(undoable));
        assertFalse(some.covers(undoable) || some.covers(back) || all.covers(back));
        assertFalse(ApprovalScope.parse("prod all").covers(lasting));
        assertThrows(IllegalArgumentException.class, () -> ApprovalScope.parse("prod some"));
        assertThrows(IllegalArgumentException.class, () -> Approver.parse("ben nokey"));
        assertEquals("lab all", all.toString());
    }

    @Test
    void anAuditNamesBoth() throws IOException {
        JournalLocation location = new JournalLocation(directory.resolve("journal"));
        Approval approval = approved();
        try (Journal journal = Journal.open(location, FileJournalChannel::new, clock, _ -> {})) {
            journal.append(new JournalRecord.Prepared("op-1", NOW, plan, Optional.empty(), Optional.of(approval)));
        }
        Path csv = directory.resolve("a.csv");
        assertEquals(List.of(), JournalAudit.in(location.directory()).export(csv));
        String row = Files.readAllLines(csv).get(1);
        assertTrue(row.contains("\"" + Journal.operator() + "\"") && row.contains("\"ben\""), row);
        Approval[] read = {approved()};
        Journal.open(location, FileJournalChannel::new, clock, entry -> {
                    if (entry instanceof JournalRecord.Prepared prepared) {
                        read[0] = prepared.approval().orElseThrow();
                    }
                })
                .close();
        assertEquals(approval, read[0], "it can be checked later");
    }

    /** Rules that ask for an approval of everything, and can be changed. */
    private static final class Held implements RuleService {
        private OperatorRules rules;

        Held(OperatorRules rules) {
            this.rules = rules;
        }

        @Override
        public OperatorRules rules() {
            return rules;
        }

        @Override
        public Object state() {
            return rules();
        }

        @Override
        public boolean isEmpty() {
            return rules().equals(OperatorRules.NONE) && problem().isEmpty();
        }

        @Override
        public void keep(OperatorRules other) {
            rules = other;
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }

        @Override
        public Optional<String> frozen(ClusterId id) {
            return Optional.empty();
        }

        @Override
        public Optional<String> protection(ClusterId id, String node) {
            return Optional.empty();
        }

        @Override
        public RuleDecision judge(Plan plan) {
            return new RuleDecision(List.of(), Optional.empty(), Optional.of("A second person must approve this."));
        }

        @Override
        public Optional<String> whyNotNode(ClusterId cluster, String node) {
            return Optional.empty();
        }

        @Override
        public Optional<String> whyNotNamespace(ClusterId cluster, String namespace) {
            return Optional.empty();
        }
    }

    @Test
    void whatEndedOrLostItsTrustAfterItWasFoundGoodDoesNotCountWhenThePlanIsBegun() throws IOException {
        FakeCluster cluster = new FakeCluster();
        Held held = new Held(rules());
        ApprovalBroker desk = new ApprovalBroker(desk(), held, cluster);
        Approval approval = ben().approve(desk.request(plan).request(), "ben", NOW.plus(Duration.ofHours(8)));
        assertEquals(Optional.empty(), desk.problem(plan, approval));
        now = NOW.plus(Duration.ofHours(8));
        assertRefused(desk.take(plan, Optional.of(approval)), "expired");
        now = NOW;
        held.keep(trusting());
        assertRefused(desk.take(plan, Optional.of(approval)), "do not trust");
        held.keep(rules());
        assertEquals(Optional.empty(), desk.take(plan, Optional.of(approval)));
        assertRefused(desk.take(plan, Optional.of(approval)), "already");
    }
}
