// SPDX-License-Identifier: Apache-2.0
/**
 * Keeps a stream of changes equal to what an API server holds: one list for each kind, then a watch for as long as the
 * cluster is open, whatever happens to the network in between.
 */
@NonNullByDefault
package podium.kubernetes.internal.mirror;

import org.eclipse.jdt.annotation.NonNullByDefault;
