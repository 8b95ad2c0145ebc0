// SPDX-License-Identifier: Apache-2.0
/** The rules of kube-scheduler for one task on one node: a class for each, with its reason. */
@NonNullByDefault
package podium.placement.internal.rule;

import org.eclipse.jdt.annotation.NonNullByDefault;
