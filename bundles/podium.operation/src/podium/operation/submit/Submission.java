// SPDX-License-Identifier: Apache-2.0
package podium.operation.submit;

import podium.placement.Target;

/** How the jobs of a manifest come into being. */
public sealed interface Submission {
    /** As its author wrote it: the scheduler or the queue decides. */
    record Free() implements Submission {}

    /** Nothing of it runs before an operator places or resumes it. */
    record Held() implements Submission {}

    /** Pinned there. */
    record On(Target target) implements Submission {}
}
