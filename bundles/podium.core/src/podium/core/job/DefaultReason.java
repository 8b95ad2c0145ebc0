// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.util.Collection;
import podium.core.texts.Texts;

/** Reasons that Podium gives a job itself, because nobody else tells one: they only say that it waits. Pure functions. */
public final class DefaultReason {
    public static final String NO_PODS = "no pods yet";
    public static final String NOT_SCHEDULED = "not scheduled yet";
    public static final String SUSPENDED = "suspended";
    /** Part of what is told of a job that Kueue is not to admit. */
    public static final String INACTIVE = "its Workload is not active";

    private static final String HELD = "held by ";

    private DefaultReason() {}

    /** Which gates hold it; in words without a name where none is known. */
    public static String heldBy(Collection<String> gates) {
        return HELD + (gates.isEmpty() ? Texts.of("DefaultReason.aSchedulingGate") : GateText.of(gates));
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
        return switch (reason) {
            case "", NO_PODS, NOT_SCHEDULED, SUSPENDED -> true;
            default -> false;
        };
    }
}
