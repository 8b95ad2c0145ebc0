// SPDX-License-Identifier: Apache-2.0
/** What an operator can do to a cluster or a device, and whether it may be offered: lock, rules, permissions, and why not. */
@NonNullByDefault
package podium.ui.enablement;

import org.eclipse.jdt.annotation.NonNullByDefault;
