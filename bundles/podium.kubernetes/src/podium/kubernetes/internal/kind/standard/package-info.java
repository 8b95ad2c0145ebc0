// SPDX-License-Identifier: Apache-2.0
/** The list of all kinds of workload that Podium knows. */
@NonNullByDefault
package podium.kubernetes.internal.kind.standard;

import org.eclipse.jdt.annotation.NonNullByDefault;
