// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import podium.core.port.ApiWrite;
import podium.core.port.WriteResult;

/** Refusals of the server in the operator's words. The server's own message is kept: it names the rule. */
final class Refusals {
    /** Cause of a 429 that comes from a disruption budget (policy/v1 eviction). */
    static final String BUDGET_CAUSE = "DisruptionBudget";

    private static final String NAMESPACE_CAUSE = "NamespaceTerminating";

    private Refusals() {}

    static String words(ApiWrite write, WriteResult.Refused refused) {
        String what = Calls.name(write.target());
        String said = refused.message().isBlank() ? "" : " The server says: " + refused.message();
        return switch (refused.status()) {
            case 400 -> what + ": the request is not understood by this server." + said;
            case 401 -> "The server does not accept your credentials any more." + said;
            case 403 -> "You may not do this to " + what + ", or a policy forbids it." + said;
            case 404 -> what + " does not exist any more." + said;
            case 405 -> what + ": this server does not offer that." + said;
            case 409 -> what + " changed since the plan was made." + said;
            case 413 -> what + ": the request is too large for this server." + said;
            case 422 -> what + ": the server's rules forbid this change." + said;
            case 429 ->
                isBudget(refused)
                        ? what + ": a disruption budget forbids the eviction now." + said
                        : "The server is throttling." + said;
            default -> what + ": the server answered " + refused.status() + "." + said;
        };
    }

    /** True for a 429 that a disruption budget caused; a plain 429 is throttling. */
    static boolean isBudget(WriteResult.Refused refused) {
        return refused.status() == 429 && hasCause(refused, BUDGET_CAUSE);
    }

    /** True when the namespace is being deleted: its pods go by themselves. */
    static boolean isNamespaceGoing(WriteResult.Refused refused) {
        return refused.status() == 403 && hasCause(refused, NAMESPACE_CAUSE);
    }

    private static boolean hasCause(WriteResult.Refused refused, String reason) {
        return refused.causes().stream().anyMatch(cause -> reason.equals(cause.reason()));
    }

    /** What the budget says, shortest form: the message of its cause where there is one. */
    static String budget(WriteResult.Refused refused) {
        return refused.causes().stream()
                .filter(cause ->
                        BUDGET_CAUSE.equals(cause.reason()) && !cause.message().isBlank())
                .map(WriteResult.Cause::message)
                .findFirst()
                .orElse(refused.message());
    }
}
