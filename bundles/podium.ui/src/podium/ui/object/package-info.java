// SPDX-License-Identifier: Apache-2.0
/** Objects of any kind: tables as the server makes them, and one object as YAML, with its events and its owners. */
@NonNullByDefault
package podium.ui.object;

import org.eclipse.jdt.annotation.NonNullByDefault;
