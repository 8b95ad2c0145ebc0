// SPDX-License-Identifier: Apache-2.0
/** Runs the steps of a plan, one runner for each kind, and takes back what was done when one of them fails. */
@NonNullByDefault
package podium.operation.internal.step;

import org.eclipse.jdt.annotation.NonNullByDefault;
