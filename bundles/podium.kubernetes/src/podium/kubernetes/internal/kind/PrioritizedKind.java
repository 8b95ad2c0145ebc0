// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import java.util.List;

/** A kind whose priority can be changed while it exists: it replaces its pods. */
public interface PrioritizedKind extends WorkloadKind {
    /** Field names from the root of the object to the name of the priority class. */
    List<String> priorityField();
}
