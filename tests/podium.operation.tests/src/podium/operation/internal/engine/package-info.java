// SPDX-License-Identifier: Apache-2.0
/** Proofs of the journal and the engine. */
@NonNullByDefault
package podium.operation.internal.engine;

import org.eclipse.jdt.annotation.NonNullByDefault;
