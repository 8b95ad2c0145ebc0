// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.act;

import podium.core.port.PlacementCompiler;

/** The act cannot be done with this job; says why and what to do instead. */
final class NotPossible extends Exception {
    private static final long serialVersionUID = 1L;
    private final String advice;

    NotPossible(String reason, String advice) {
        super(reason, null, false, false);
        this.advice = advice;
    }

    PlacementCompiler.Result result() {
        return new PlacementCompiler.Result.Refused(String.valueOf(getMessage()), advice);
    }
}
