// SPDX-License-Identifier: Apache-2.0
/** Taking one device of a node out of service. */
@NonNullByDefault
package podium.operation.device;

import org.eclipse.jdt.annotation.NonNullByDefault;
