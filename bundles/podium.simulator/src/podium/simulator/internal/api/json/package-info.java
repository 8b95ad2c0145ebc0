// SPDX-License-Identifier: Apache-2.0
/** Reading and writing JSON, and the Status objects that every refusal is. */
@NonNullByDefault
package podium.simulator.internal.api.json;

import org.eclipse.jdt.annotation.NonNullByDefault;
