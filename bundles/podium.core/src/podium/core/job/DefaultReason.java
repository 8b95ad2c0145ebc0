// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.util.Collection;
import java.util.Set;
import podium.core.texts.Texts;

/** Reasons that Podium gives a job itself, because nobody else tells one: they only say that it waits. Pure functions. */
public final class DefaultReason {
    public static final String NO_PODS = Texts.of("DefaultReason.noPodsYet");
    public static final String NOT_SCHEDULED = Texts.of("DefaultReason.notScheduledYet");
    public static final String SUSPENDED = Texts.of("DefaultReason.suspended");
    /** Part of what is told of a job that Kueue is not to admit. */
    public static final String INACTIVE = Texts.of("DefaultReason.itsWorkloadIsNotActive");

    /** How what is said of gates begins: they stand last in it. */
    private static final String HELD = Texts.of("DefaultReason.heldBy", "");

    private static final Set<String> WAITS = Set.of("", NO_PODS, NOT_SCHEDULED, SUSPENDED);

    private DefaultReason() {}

    /** Which gates hold it; in words without a name where none is known. */
    public static String heldBy(Collection<String> gates) {
        return Texts.of(
                "DefaultReason.heldBy",
                gates.isEmpty() ? Texts.of("DefaultReason.aSchedulingGate") : GateText.of(gates));
    }

    /** True for one of these, and for none at all: it is nothing that the cluster says. */
    public static boolean is(String reason) {
        return waits(reason) || reason.startsWith(HELD);
    }

    /** True when Kueue does not admit the job before its Workload is activated. */
    public static boolean isInactive(String reason) {
        return reason.contains(INACTIVE);
    }

    /** What of a reason others say: without what Podium adds of gates; empty: nothing. */
    public static String said(String reason) {
        int held = reason.indexOf("; " + HELD);
        String said = held < 0 ? reason : reason.substring(0, held);
        return is(said) || said.contains(": " + HELD) ? "" : said;
    }

    /** True for a reason that tells less than who decides over the whole gang. */
    public static boolean waits(String reason) {
        return WAITS.contains(reason);
    }
}
