// SPDX-License-Identifier: Apache-2.0
/** Makes requests for approval, and holds approvals to plan, cluster, person, time and key. */
@NonNullByDefault
package podium.operation.internal.approval;

import org.eclipse.jdt.annotation.NonNullByDefault;
