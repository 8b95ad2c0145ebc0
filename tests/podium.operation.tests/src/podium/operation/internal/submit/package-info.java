// SPDX-License-Identifier: Apache-2.0
@NonNullByDefault
package podium.operation.internal.submit;

import org.eclipse.jdt.annotation.NonNullByDefault;
