// SPDX-License-Identifier: Apache-2.0
/** Runs operations: the journal on disk, the ledger it replays to, the runners of each kind of step. */
@NonNullByDefault
package podium.operation.internal.engine;

import org.eclipse.jdt.annotation.NonNullByDefault;
