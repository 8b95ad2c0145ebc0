// SPDX-License-Identifier: Apache-2.0
/** Clusters and the connections to them: what is opened, as whom, and the session that the server knows. */
@NonNullByDefault
package podium.core.cluster;

import org.eclipse.jdt.annotation.NonNullByDefault;
