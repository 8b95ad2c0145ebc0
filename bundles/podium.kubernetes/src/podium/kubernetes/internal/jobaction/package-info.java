// SPDX-License-Identifier: Apache-2.0
/** Acts on whole jobs, compiled into the writes that each kind and each queue needs. */
@NonNullByDefault
package podium.kubernetes.internal.jobaction;

import org.eclipse.jdt.annotation.NonNullByDefault;
