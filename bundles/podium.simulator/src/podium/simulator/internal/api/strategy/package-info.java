// SPDX-License-Identifier: Apache-2.0
/** What each kind demands of its objects: defaults, what a client may not set, what may not change. */
@NonNullByDefault
package podium.simulator.internal.api.strategy;

import org.eclipse.jdt.annotation.NonNullByDefault;
