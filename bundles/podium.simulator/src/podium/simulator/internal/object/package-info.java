// SPDX-License-Identifier: Apache-2.0
/** What several controllers and kubelets read and write in objects: conditions, owners, pods, claims. */
@NonNullByDefault
package podium.simulator.internal.object;

import org.eclipse.jdt.annotation.NonNullByDefault;
