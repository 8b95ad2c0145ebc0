// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import java.io.IOException;
import podium.operation.plan.Plan;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.plan.Refusal;

/** Knows how one kind of owner is placed. */
public interface Adapter {
    boolean accepts(Asked asked);

    Plan plan(Asked asked) throws IOException, Refusal;
}
