// SPDX-License-Identifier: Apache-2.0
/** What Podium knows of each kind of workload. */
@NonNullByDefault
package podium.kubernetes.internal.kind;

import org.eclipse.jdt.annotation.NonNullByDefault;
