// SPDX-License-Identifier: Apache-2.0
/** The approval of a plan by a second person: requests and approvals as files, and the keys they are signed with. */
@NonNullByDefault
package podium.operation.approval;

import org.eclipse.jdt.annotation.NonNullByDefault;
