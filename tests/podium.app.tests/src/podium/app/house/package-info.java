// SPDX-License-Identifier: Apache-2.0
/** What must hold for the repository as a whole: arrows between bundles, the application model. */
@NonNullByDefault
package podium.app.house;

import org.eclipse.jdt.annotation.NonNullByDefault;
