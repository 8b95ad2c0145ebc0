// SPDX-License-Identifier: Apache-2.0
/** The ways from a request to a running operation, one class each: asked, planned, shown, checked, confirmed, submitted. */
@NonNullByDefault
package podium.ui.flow;

import org.eclipse.jdt.annotation.NonNullByDefault;
