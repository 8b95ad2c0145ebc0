// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import java.io.IOException;
import podium.core.operation.Plan;

/** Knows how one kind of owner is placed. */
interface Adapter {
    boolean accepts(Asked asked);

    Plan plan(Asked asked) throws IOException, Refusal;
}
