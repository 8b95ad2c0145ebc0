// SPDX-License-Identifier: Apache-2.0
/** The operator's own rules: what is protected, when nothing is changed, what must be typed, what is read-only. */
@NonNullByDefault
package podium.operation.rule;

import org.eclipse.jdt.annotation.NonNullByDefault;
