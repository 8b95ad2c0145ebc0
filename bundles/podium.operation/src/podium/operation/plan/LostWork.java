// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import podium.operation.texts.Texts;

/** What a plan says of work that is lost where nobody knows yet how much it is; who knows says that in its place. */
public final class LostWork {
    public static final String OF_PODS = Texts.of("LostWork.ofPods");

    private LostWork() {}
}
