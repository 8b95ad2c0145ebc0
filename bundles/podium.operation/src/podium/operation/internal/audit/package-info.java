// SPDX-License-Identifier: Apache-2.0
/** The journal as a table for auditors. */
@NonNullByDefault
package podium.operation.internal.audit;

import org.eclipse.jdt.annotation.NonNullByDefault;
