// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import java.io.IOException;
import java.util.Optional;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.Refusal;
import podium.operation.plan.Plan;

/** A kind whose pods are placed by its own procedure instead of a common one. */
public interface OwnWayKind extends WorkloadKind {
    /** Places an object of another kind by stopping it. */
    interface Cycling {
        /** Empty: it is of no kind that is placed so. */
        Optional<Plan> plan(ResolvedRequest other) throws IOException, Refusal;
    }

    Plan plan(ResolvedRequest asked, Cycling cycling) throws IOException, Refusal;
}
