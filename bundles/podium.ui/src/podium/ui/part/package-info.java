// SPDX-License-Identifier: Apache-2.0
/** The parts of the console: plain classes with injected constructors, which only wire. */
@NonNullByDefault
package podium.ui.part;

import org.eclipse.jdt.annotation.NonNullByDefault;
