// SPDX-License-Identifier: Apache-2.0
/** Commands in containers: what is asked of a cluster, and the session that comes of it. */
@NonNullByDefault
package podium.core.shell;

import org.eclipse.jdt.annotation.NonNullByDefault;
