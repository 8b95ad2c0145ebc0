// SPDX-License-Identifier: Apache-2.0
/** This machine as a source: the one sampling of its accelerators, and its links measured. */
@NonNullByDefault
package podium.sources.internal.machine;

import org.eclipse.jdt.annotation.NonNullByDefault;
