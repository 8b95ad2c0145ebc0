// SPDX-License-Identifier: Apache-2.0
/** What of an object's text is nobody's business but its owner's, and texts without it. */
@NonNullByDefault
package podium.operation.secret;

import org.eclipse.jdt.annotation.NonNullByDefault;
