// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import podium.core.texts.Texts;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

/** Reasons that Podium gives a job itself, because nobody else tells one: they only say that it waits. Pure functions. */
public final class DefaultReason {
    public static final String NO_PODS = Texts.of("DefaultReason.noPodsYet");
    public static final String NOT_SCHEDULED = Texts.of("DefaultReason.notScheduledYet");
    public static final String SUSPENDED = Texts.of("DefaultReason.suspended");
    /** Part of what is told of a job that Kueue is not to admit. */
    public static final String INACTIVE = Texts.of("DefaultReason.itsWorkloadIsNotActive");

    /** Part of what is told of a job that Kueue took back, and considers again after a while. */
    public static final String UNREADY = Texts.of("DefaultReason.itsPodsWereNotReadyInTime");
    /** Part of what is told of a job that Kueue does not consider before a time. */
    public static final String AGAIN = Texts.of("DefaultReason.consideredAgainAt");
    /** Part of what is told of a job that waits for an admission check alone. */
    public static final String RESERVED = Texts.of("DefaultReason.quotaReserved");

    /** What is told of a job that Kueue itself had given up, and does not consider again though that was taken back. */
    public static final String GIVEN_UP = Texts.of("DefaultReason.kueueDoesNotConsiderIt");

    /** Part of what is told of a job whose controller the server lets make no pods. */
    public static final String REFUSED = Texts.of("DefaultReason.itsPodsCannotBeCreated");

    private static final Set<String> WAITS = Set.of("", NO_PODS, NOT_SCHEDULED, SUSPENDED);

    private DefaultReason() {}

    /** Which gates hold it; in words without a name where none is known. */
    public static String heldBy(Collection<String> gates) {
        return Texts.of(
                "DefaultReason.heldBy",
                gates.isEmpty() ? Texts.of("DefaultReason.aSchedulingGate") : GateText.of(gates));
    }

    /** True when Kueue does not admit the job before its Workload is activated. */
    public static boolean isInactive(String reason) {
        return reason.contains(INACTIVE);
    }

    /** True when Kueue waits for something else than room in its queue. */
    public static boolean isNoQuestionOfRoom(String reason) {
        return reason.contains(AGAIN) || reason.contains(RESERVED) || reason.contains(GIVEN_UP);
    }

    /** The gates at which pods of a job wait. */
    public static Set<String> gates(Job job) {
        Set<String> gates = new TreeSet<>();
        for (Task task : job.getTasks()) {
            if (task.getPhase() == TaskPhase.GATED && task.getSpec() != null) {
                gates.addAll(task.getSpec().gates());
            }
        }
        return gates;
    }

    /** What others say of why a job waits: without what Podium adds of gates; empty: nothing. */
    public static String said(Job job) {
        String reason = job.getReason() == null ? "" : job.getReason();
        String held = heldBy(gates(job));
        int added = reason.indexOf("; " + held);
        String said = added < 0 ? reason : reason.substring(0, added);
        return waits(said) || said.equals(held) || said.contains(": " + held) ? "" : said;
    }

    /** True for a reason that tells less than who decides over the whole gang. */
    public static boolean waits(String reason) {
        return WAITS.contains(reason);
    }
}
