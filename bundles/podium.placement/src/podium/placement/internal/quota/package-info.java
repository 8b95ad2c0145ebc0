// SPDX-License-Identifier: Apache-2.0
/** What does not lie in nodes: queues of Kueue, Volcano and KAI, and the quotas of namespaces. */
@NonNullByDefault
package podium.placement.internal.quota;

import org.eclipse.jdt.annotation.NonNullByDefault;
