// SPDX-License-Identifier: Apache-2.0
/** All accelerators of this machine, whoever made them. */
@NonNullByDefault
package podium.gpu.internal.machine;

import org.eclipse.jdt.annotation.NonNullByDefault;
