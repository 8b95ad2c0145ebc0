// SPDX-License-Identifier: Apache-2.0
/** What a namespace may use, and what its containers get that ask for nothing: ResourceQuota and LimitRange. */
@NonNullByDefault
package podium.simulator.internal.quota;

import org.eclipse.jdt.annotation.NonNullByDefault;
