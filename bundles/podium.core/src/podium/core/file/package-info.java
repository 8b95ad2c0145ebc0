// SPDX-License-Identifier: Apache-2.0
/** Files that Podium keeps: for their owner only, and there whole or not at all. */
@NonNullByDefault
package podium.core.file;

import org.eclipse.jdt.annotation.NonNullByDefault;
