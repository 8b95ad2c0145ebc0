// SPDX-License-Identifier: Apache-2.0
/** Objects before they exist: their pods, and the same object held or pinned. */
@NonNullByDefault
package podium.kubernetes.internal.place.draft;

import org.eclipse.jdt.annotation.NonNullByDefault;
