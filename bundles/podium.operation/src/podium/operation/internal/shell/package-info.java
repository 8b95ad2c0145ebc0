// SPDX-License-Identifier: Apache-2.0
/** Shells, held to the locks and told to the journal. */
@NonNullByDefault
package podium.operation.internal.shell;

import org.eclipse.jdt.annotation.NonNullByDefault;
