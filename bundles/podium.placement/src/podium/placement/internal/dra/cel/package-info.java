// SPDX-License-Identifier: Apache-2.0
/** Selectors of devices: CEL (Common Expression Language) with the functions that Kubernetes adds. */
@NonNullByDefault
package podium.placement.internal.dra.cel;

import org.eclipse.jdt.annotation.NonNullByDefault;
