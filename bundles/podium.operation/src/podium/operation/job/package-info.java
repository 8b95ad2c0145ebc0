// SPDX-License-Identifier: Apache-2.0
/** Acts on whole jobs: how many replicas, which priority, which queue, wait again, delete. */
@NonNullByDefault
package podium.operation.job;

import org.eclipse.jdt.annotation.NonNullByDefault;
