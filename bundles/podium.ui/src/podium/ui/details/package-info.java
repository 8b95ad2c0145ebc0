// SPDX-License-Identifier: Apache-2.0
/** Pages for the selected thing: facts, tasks, labels, events, YAML. */
@NonNullByDefault
package podium.ui.details;

import org.eclipse.jdt.annotation.NonNullByDefault;
