// SPDX-License-Identifier: Apache-2.0
/** Kueue's own objects of a job, and how a job that Kueue has admitted is stopped and started again through them. */
@NonNullByDefault
package podium.kubernetes.internal.kueue;

import org.eclipse.jdt.annotation.NonNullByDefault;
