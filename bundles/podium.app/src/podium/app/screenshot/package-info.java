// SPDX-License-Identifier: Apache-2.0
/** The picture of the live console that {@code --screenshot FILE} asks for. */
@NonNullByDefault
package podium.app.screenshot;

import org.eclipse.jdt.annotation.NonNullByDefault;
