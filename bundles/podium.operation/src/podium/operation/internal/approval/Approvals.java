// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.approval;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import podium.core.cluster.SessionIdentity;
import podium.core.text.ReadableTime;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalFile;
import podium.operation.approval.ApprovalKey;
import podium.operation.approval.ApprovalRequest;
import podium.operation.plan.Plan;
import podium.operation.plan.PlanDigest;
import podium.operation.rule.Approver;
import podium.operation.rule.OperatorRules;
import podium.operation.texts.Texts;

/**
 * Asks for approvals, and holds those that come to what was asked: this plan, this cluster, this person, in time, once, by somebody
 * else whom the rules trust. Any thread.
 */
public final class Approvals {
    /** No approval counts for longer. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private final Path ownKey;
    private final String operator;
    private final InstantSource clock;
    private final AskedApprovals asked;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    /**
     * @param ownKey file of the key of the one who works here; need not be there
     * @param operator who works here, as USER@HOST
     * @param asked what was asked for here
     */
    public Approvals(Path ownKey, String operator, InstantSource clock, AskedApprovals asked) {
        this.ownKey = ownKey;
        this.operator = operator;
        this.clock = clock;
        this.asked = asked;
    }

    /** An operation that is known ran with it: it counts no more. */
    public void ran(Approval approval) {
        used.add(approval.request().nonce());
    }

    /** Of all operations that want to run with an approval, one gets true, in whatever process. */
    public boolean use(Approval approval) throws IOException {
        return used.add(approval.request().nonce())
                && asked.use(approval.request().nonce());
    }

    /** Asks for a plan on the cluster that answers so. */
    public ApprovalFile request(Plan plan, SessionIdentity session) throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        Instant now = clock.instant();
        var shown = PlanDigest.shown(plan);
        ApprovalRequest request = new ApprovalRequest(
                nonce,
                PlanDigest.of(nonce, plan),
                PlanDigest.of(nonce, shown),
                plan.cluster().name(),
                session.clusterUid(),
                session.server(),
                operator,
                session.user(),
                own(),
                now);
        asked.ask(nonce, now);
        return new ApprovalFile(request, shown, Optional.empty());
    }

    private String own() throws IOException {
        return ApprovalKey.read(ownKey).map(ApprovalKey::publicKey).orElse("");
    }

    /** Why an approval does not count for a plan on the cluster that answers so; empty: it does. */
    public Optional<String> problem(Approval approval, Plan plan, SessionIdentity session, OperatorRules rules)
            throws IOException {
        ApprovalRequest request = approval.request();
        if (!PlanDigest.of(request.nonce(), plan).equals(request.digest())) {
            return Optional.of(Texts.of("Approvals.itIsForAnother"));
        }
        if (!PlanDigest.of(request.nonce(), PlanDigest.shown(plan)).equals(request.shown())
                || !request.cluster().equals(plan.cluster().name())) {
            return Optional.of(Texts.of("Approvals.whatWasApprovedIs"));
        }
        if (!request.clusterUid().equals(session.clusterUid())
                || !request.server().equals(session.server())) {
            return Optional.of(Texts.of("Approvals.itIsForThe", request.cluster(), request.server()));
        }
        if (!request.requester().equals(operator) || !request.user().equals(session.user())) {
            return Optional.of(
                    Texts.of("Approvals.itWasAskedFor", request.requester(), request.user(), operator, session.user()));
        }
        return trust(approval, session, rules).or(() -> time(approval)).or(() -> spent(request.nonce()));
    }

    private Optional<String> spent(String nonce) {
        if (used.contains(nonce)) {
            return Optional.of(Texts.of("Approvals.anOperationHasRun"));
        }
        return asked.isOpen(nonce) ? Optional.empty() : Optional.of(Texts.of("Approvals.itWasAskedForByAnotherPodium"));
    }

    /** Why one that was found to count does so no more, as far as time and the rules tell; empty: it still does. */
    public Optional<String> stale(Approval approval, OperatorRules rules) {
        return approver(approval, rules).isEmpty() ? Optional.of(untrusted(approval)) : time(approval);
    }

    private static Optional<Approver> approver(Approval approval, OperatorRules rules) {
        return rules.approvers().stream()
                .filter(known -> known.key().equals(approval.key()))
                .findFirst();
    }

    private static String untrusted(Approval approval) {
        return Texts.of("Approvals.theRulesHereDo", approval.by());
    }

    private Optional<String> trust(Approval approval, SessionIdentity session, OperatorRules rules) throws IOException {
        Optional<Approver> approver = approver(approval, rules);
        if (approver.isEmpty()) {
            return Optional.of(untrusted(approval));
        }
        String name = approver.get().name();
        if (approval.key().equals(own())
                || approval.key().equals(approval.request().requesterKey())
                || name.equals(session.user())
                || name.equals(operator)
                || name.equals(operator.substring(0, Math.max(0, operator.indexOf('@'))))) {
            return Optional.of(Texts.of("Approvals.itIsYourOwn"));
        }
        if (!name.equals(approval.by())) {
            return Optional.of(Texts.of("Approvals.itIsSignedAs", approval.by(), name));
        }
        return approval.isGenuine() ? Optional.empty() : Optional.of(Texts.of("Approvals.itsSignatureIsNot", name));
    }

    private Optional<String> time(Approval approval) {
        if (!clock.instant().isBefore(approval.until())) {
            return Optional.of(Texts.of("Approvals.itExpiredAtAsk", ReadableTime.of(approval.until())));
        }
        return approval.until().isAfter(approval.request().at().plus(LONGEST))
                ? Optional.of(Texts.of("Approvals.itIsValidFor", LONGEST.toDays()))
                : Optional.empty();
    }
}
