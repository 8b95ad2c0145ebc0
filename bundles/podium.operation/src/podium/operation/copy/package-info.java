// SPDX-License-Identifier: Apache-2.0
/** Files from and to containers. */
@NonNullByDefault
package podium.operation.copy;

import org.eclipse.jdt.annotation.NonNullByDefault;
