// SPDX-License-Identifier: Apache-2.0
/** Keeps the operator's rules in a file, and judges plans by them. */
@NonNullByDefault
package podium.operation.internal.rule;

import org.eclipse.jdt.annotation.NonNullByDefault;
