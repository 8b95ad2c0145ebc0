// SPDX-License-Identifier: Apache-2.0
/**
 * The journal: what is put on the disk before anything is sent, line by line, chained and sealed so that nobody takes a line out
 * unseen; and the ledger of one operation that it is read back to. What is secret is kept apart from it, for as long as an undo may
 * need it.
 */
@NonNullByDefault
package podium.operation.internal.journal;

import org.eclipse.jdt.annotation.NonNullByDefault;
