// SPDX-License-Identifier: Apache-2.0
/** The application: its arguments and its life cycle. */
@NonNullByDefault
package podium.app;

import org.eclipse.jdt.annotation.NonNullByDefault;
