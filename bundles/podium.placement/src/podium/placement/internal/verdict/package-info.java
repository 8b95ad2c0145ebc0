// SPDX-License-Identifier: Apache-2.0
/** The verdicts of all nodes for a whole subject: rules and quotas together, and what they rest on. */
@NonNullByDefault
package podium.placement.internal.verdict;

import org.eclipse.jdt.annotation.NonNullByDefault;
