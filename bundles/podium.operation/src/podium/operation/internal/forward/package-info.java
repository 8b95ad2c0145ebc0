// SPDX-License-Identifier: Apache-2.0
/** Forwarded ports, held to the locks and told to the journal. */
@NonNullByDefault
package podium.operation.internal.forward;

import org.eclipse.jdt.annotation.NonNullByDefault;
