// SPDX-License-Identifier: Apache-2.0
/** What is to be placed: the tasks of a gang, which of them ask for the same, and what one of them asks of a node. */
@NonNullByDefault
package podium.placement.internal.task;

import org.eclipse.jdt.annotation.NonNullByDefault;
