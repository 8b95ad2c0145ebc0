// SPDX-License-Identifier: Apache-2.0
/** Copies of files, held to the locks and told to the journal. */
@NonNullByDefault
package podium.operation.internal.copy;

import org.eclipse.jdt.annotation.NonNullByDefault;
