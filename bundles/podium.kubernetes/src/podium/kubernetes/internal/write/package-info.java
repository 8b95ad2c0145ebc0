// SPDX-License-Identifier: Apache-2.0
/** Writes, reads and access reviews of single objects, in raw JSON, over one cluster's transport. */
@NonNullByDefault
package podium.kubernetes.internal.write;

import org.eclipse.jdt.annotation.NonNullByDefault;
