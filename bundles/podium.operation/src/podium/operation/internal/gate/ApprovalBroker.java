// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.gate;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import podium.core.cluster.Connections;
import podium.core.cluster.SessionIdentity;
import podium.core.cluster.SessionIdentityReader;
import podium.core.failure.FailureText;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalFile;
import podium.operation.internal.approval.Approvals;
import podium.operation.internal.approval.AskedApprovals;
import podium.operation.internal.journal.Journal;
import podium.operation.internal.journal.JournalLocation;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.plan.Plan;
import podium.operation.rule.RuleService;
import podium.operation.texts.Texts;

/** Where approvals are asked for and handed in. An approval is held to all it names before, and to the cluster again at the start. */
public final class ApprovalBroker {
    private final Approvals approvals;
    private final RuleService rules;
    private final Connections connections;
    /** Approvals that were found good for a plan. */
    private final Map<Approval, Plan> good = new ConcurrentHashMap<>();

    public ApprovalBroker(Approvals approvals, RuleService rules, Connections connections) {
        this.approvals = approvals;
        this.rules = rules;
        this.connections = connections;
    }

    /** That of the console whose journal is there. */
    public static ApprovalBroker of(
            JournalLocation location, InstantSource clock, RuleService rules, Connections connections) {
        AskedApprovals asked = new AskedApprovals(location.askedApprovals());
        return new ApprovalBroker(
                new Approvals(location.approvalKey(), Journal.operator(), clock, asked), rules, connections);
    }

    /** Asks for an approval. Blocks. */
    public ApprovalFile request(Plan plan) throws IOException {
        return approvals.request(plan, session(plan));
    }

    /** Why an approval does not count for a plan now; empty: it does. Blocks. */
    public Optional<String> problem(Plan plan, Approval approval) {
        try {
            Optional<String> problem = approvals.problem(approval, plan, session(plan), rules.rules());
            if (problem.isEmpty()) {
                good.put(approval, plan);
            }
            return problem;
        } catch (IOException e) {
            return Optional.of(Texts.of("ApprovalBroker.itCannotBeChecked", FailureText.sentence(e)));
        }
    }

    private SessionIdentity session(Plan plan) throws IOException {
        SessionIdentityReader reader = connections
                .capability(plan.cluster(), SessionIdentityReader.class)
                .orElseThrow(() -> new IOException(Texts.of("ApprovalBroker.theClusterIsNot")));
        return reader.read();
    }

    /** Why a plan may not be begun with or without this approval; empty: it may, and the approval is used up. */
    public Optional<String> take(Plan plan, Optional<Approval> approval) {
        Optional<String> needed = rules.judge(plan).approval();
        if (needed.isEmpty()) {
            return Optional.empty();
        }
        if (approval.isEmpty()) {
            return needed;
        }
        if (!plan.equals(good.get(approval.get()))) {
            return Optional.of(Texts.of("ApprovalBroker.thisApprovalDoesNot", needed.get()));
        }
        Optional<String> stale = approvals.stale(approval.get(), rules.rules());
        if (stale.isPresent()) {
            return stale;
        }
        try {
            return approvals.use(approval.get())
                    ? Optional.empty()
                    : Optional.of(Texts.of("ApprovalBroker.anOperationHasRun"));
        } catch (IOException e) {
            return Optional.of(Texts.of("ApprovalBroker.itCouldNotBe", FailureText.sentence(e)));
        }
    }

    /** An operation that is in the journal ran with it. */
    public void read(JournalRecord entry) {
        if (entry instanceof JournalRecord.Prepared prepared) {
            prepared.approval().ifPresent(approvals::ran);
        }
    }

    /** Why an approval is not for the cluster and the person that an operation was begun with; empty: it is. */
    public static Optional<String> elsewhere(Optional<Approval> approval, Optional<SessionIdentity> begun) {
        boolean same = approval.isEmpty()
                || begun.filter(session -> session.clusterUid()
                                        .equals(approval.get().request().clusterUid())
                                && session.server()
                                        .equals(approval.get().request().server())
                                && session.user()
                                        .equals(approval.get().request().user()))
                        .isPresent();
        return same ? Optional.empty() : Optional.of(Texts.of("ApprovalBroker.itWasApprovedFor"));
    }
}
