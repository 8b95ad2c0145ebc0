// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import podium.operation.plan.PlacementCompiler;

/** There is no plan; says why and what to do instead. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final String advice;

    public Refusal(String reason, String advice) {
        super(reason, null, false, false);
        this.advice = advice;
    }

    /** What to do instead. */
    public String advice() {
        return advice;
    }

    /** As the answer of a compiler. */
    public PlacementCompiler.Result result() {
        return new PlacementCompiler.Result.Refused(String.valueOf(getMessage()), advice);
    }
}
