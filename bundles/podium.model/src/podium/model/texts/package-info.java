// SPDX-License-Identifier: Apache-2.0

/** What the bundle says to people, in one place. */
@NonNullByDefault
package podium.model.texts;

import org.eclipse.jdt.annotation.NonNullByDefault;
