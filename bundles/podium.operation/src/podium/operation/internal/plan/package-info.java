// SPDX-License-Identifier: Apache-2.0
/** Turns "this there" of the model into a request that the connector of the cluster compiles. */
@NonNullByDefault
package podium.operation.internal.plan;

import org.eclipse.jdt.annotation.NonNullByDefault;
