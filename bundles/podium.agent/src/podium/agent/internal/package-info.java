// SPDX-License-Identifier: Apache-2.0
/** Runs connections and sampling; no UI. */
@NonNullByDefault
package podium.agent.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
