// SPDX-License-Identifier: Apache-2.0
/**
 * Tells a test that drives the console with a real mouse where things are on the screen. It is in the product, since journeys
 * drive exactly what is shipped, its archive and its fast start; without the property {@code podium.places} it does nothing.
 */
@NonNullByDefault
package podium.app.bounds;

import org.eclipse.jdt.annotation.NonNullByDefault;
