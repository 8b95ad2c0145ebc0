// SPDX-License-Identifier: Apache-2.0
/** Which resources are served, and how they are discovered. */
@NonNullByDefault
package podium.simulator.internal.api.catalog;

import org.eclipse.jdt.annotation.NonNullByDefault;
