// SPDX-License-Identifier: Apache-2.0
/** Asks what the operator may do, and remembers the answers. */
@NonNullByDefault
package podium.operation.internal.access;

import org.eclipse.jdt.annotation.NonNullByDefault;
