// SPDX-License-Identifier: Apache-2.0
/** Links of this machine, measured: what was found, and what was to be expected. */
@NonNullByDefault
package podium.core.link;

import org.eclipse.jdt.annotation.NonNullByDefault;
