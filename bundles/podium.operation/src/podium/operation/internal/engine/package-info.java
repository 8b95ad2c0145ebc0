// SPDX-License-Identifier: Apache-2.0
/** Runs operations: begins them, keeps what the journal says of them, and offers the way back. */
@NonNullByDefault
package podium.operation.internal.engine;

import org.eclipse.jdt.annotation.NonNullByDefault;
