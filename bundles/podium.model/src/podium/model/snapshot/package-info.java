// SPDX-License-Identifier: Apache-2.0
/** A fleet as a file: a snapshot an operator can send to a colleague. */
@NonNullByDefault
package podium.model.snapshot;

import org.eclipse.jdt.annotation.NonNullByDefault;
