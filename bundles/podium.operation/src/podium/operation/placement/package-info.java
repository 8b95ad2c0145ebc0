// SPDX-License-Identifier: Apache-2.0
/** The way from "this job there" to a plan. */
@NonNullByDefault
package podium.operation.placement;

import org.eclipse.jdt.annotation.NonNullByDefault;
