// SPDX-License-Identifier: Apache-2.0
/** A manifest while an operator writes it: its text, what is in it, and where its jobs would fit. */
@NonNullByDefault
package podium.ui.manifest;

import org.eclipse.jdt.annotation.NonNullByDefault;
