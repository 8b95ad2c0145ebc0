// SPDX-License-Identifier: Apache-2.0
/** One write: what it changes of its object, what takes it back, what others changed since, and what the server says to it. */
@NonNullByDefault
package podium.operation.internal.write;

import org.eclipse.jdt.annotation.NonNullByDefault;
