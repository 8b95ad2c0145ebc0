// SPDX-License-Identifier: Apache-2.0
/** Acts on one object of any kind, compiled into writes. */
@NonNullByDefault
package podium.kubernetes.internal.objectaction;

import org.eclipse.jdt.annotation.NonNullByDefault;
