// SPDX-License-Identifier: Apache-2.0
/** Tells a test that drives the console with a real mouse where things are on the screen. */
@NonNullByDefault
package podium.app.bounds;

import org.eclipse.jdt.annotation.NonNullByDefault;
