// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.decode.Kinds;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kind.kubernetes.JobKind;
import podium.kubernetes.internal.kind.standard.StandardKinds;

/** The kinds that the console follows. */
public final class AllKinds {
    /** What is known of workloads. */
    public static final WorkloadKinds WORKLOADS = StandardKinds.all();
    /** All collections, as they are followed. */
    public static final List<Kind> ALL = Kinds.with(WORKLOADS.all(), WORKLOADS);

    private AllKinds() {}

    /** The kind of that name. */
    public static Optional<Kind> of(String group, String kind) {
        return ALL.stream()
                .filter(one -> one.group().equals(group) && one.kind().equals(kind))
                .findFirst();
    }

    /** A Job of batch/v1, by name. */
    public static ObjectRef job(String namespace, String name) {
        return new JobKind().ref(namespace, name);
    }
}
