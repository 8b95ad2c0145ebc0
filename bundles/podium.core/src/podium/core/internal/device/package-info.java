// SPDX-License-Identifier: Apache-2.0
/** Which devices a node has, as its labels and resources and the sources of devices tell it. Pure functions. */
@NonNullByDefault
package podium.core.internal.device;

import org.eclipse.jdt.annotation.NonNullByDefault;
