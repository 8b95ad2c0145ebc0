// SPDX-License-Identifier: Apache-2.0
/** The columns in which {@code kubectl get} shows each kind. */
@NonNullByDefault
package podium.simulator.internal.api.table;

import org.eclipse.jdt.annotation.NonNullByDefault;
