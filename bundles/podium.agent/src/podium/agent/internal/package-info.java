// SPDX-License-Identifier: Apache-2.0
/** The agent without a window: samples the accelerators of this machine and serves them to other tools. */
@NonNullByDefault
package podium.agent.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
