// SPDX-License-Identifier: Apache-2.0
/** Ports of pods: what is forwarded to this machine, and the way the bytes go. */
@NonNullByDefault
package podium.core.forward;

import org.eclipse.jdt.annotation.NonNullByDefault;
