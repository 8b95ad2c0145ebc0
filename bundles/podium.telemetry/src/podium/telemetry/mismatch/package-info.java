// SPDX-License-Identifier: Apache-2.0
/** What the API says is held, held against what the devices say is used. */
@NonNullByDefault
package podium.telemetry.mismatch;

import org.eclipse.jdt.annotation.NonNullByDefault;
