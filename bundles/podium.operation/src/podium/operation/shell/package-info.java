// SPDX-License-Identifier: Apache-2.0
/** Commands that an operator runs in containers: held to the locks, and told to the journal. */
@NonNullByDefault
package podium.operation.shell;

import org.eclipse.jdt.annotation.NonNullByDefault;
