// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import podium.operation.plan.PlacementCompiler;

/** There is no plan; says why and what to do instead. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final String advice;
    private final boolean over;

    public Refusal(String reason, String advice) {
        this(reason, advice, false);
    }

    /** @param over whether nothing of it can be done any more, since it has finished or is gone */
    public Refusal(String reason, String advice, boolean over) {
        super(reason, null, false, false);
        this.advice = advice;
        this.over = over;
    }

    /** What to do instead. */
    public String advice() {
        return advice;
    }

    /** As the answer of a compiler. */
    public PlacementCompiler.Result result() {
        return new PlacementCompiler.Result.Refused(String.valueOf(getMessage()), advice, over);
    }
}
