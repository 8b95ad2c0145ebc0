// SPDX-License-Identifier: Apache-2.0
/** Acts on one object of any kind: edit, delete, evict, restart, roll back, scale, label, taint, trigger. */
@NonNullByDefault
package podium.operation.object;

import org.eclipse.jdt.annotation.NonNullByDefault;
