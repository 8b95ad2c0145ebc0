// SPDX-License-Identifier: Apache-2.0
/** Measures the links of this machine with copies. */
@NonNullByDefault
package podium.gpu.internal.link;

import org.eclipse.jdt.annotation.NonNullByDefault;
