// SPDX-License-Identifier: Apache-2.0
/** Handlers of the commands that belong to the application as a whole. */
@NonNullByDefault
package podium.app.handler;

import org.eclipse.jdt.annotation.NonNullByDefault;
