// SPDX-License-Identifier: Apache-2.0
/** Ports of pods and services on this machine. */
@NonNullByDefault
package podium.operation.forward;

import org.eclipse.jdt.annotation.NonNullByDefault;
