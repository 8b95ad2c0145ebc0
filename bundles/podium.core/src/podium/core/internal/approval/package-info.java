// SPDX-License-Identifier: Apache-2.0
/** Makes requests for approval, and holds approvals to plan, cluster, person, time and key. */
@NonNullByDefault
package podium.core.internal.approval;

import org.eclipse.jdt.annotation.NonNullByDefault;
