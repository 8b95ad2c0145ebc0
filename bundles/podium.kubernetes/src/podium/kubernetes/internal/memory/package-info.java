// SPDX-License-Identifier: Apache-2.0
/** What the mirror keeps on disk from one start to the next: the last known state of a cluster, and how far it had been read. */
@NonNullByDefault
package podium.kubernetes.internal.memory;

import org.eclipse.jdt.annotation.NonNullByDefault;
