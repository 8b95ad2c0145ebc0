// SPDX-License-Identifier: Apache-2.0
/** Where pods are pinned to, and how a pin or a gate gets into pods and pod templates and out of them. */
@NonNullByDefault
package podium.kubernetes.internal.place.pin;

import org.eclipse.jdt.annotation.NonNullByDefault;
