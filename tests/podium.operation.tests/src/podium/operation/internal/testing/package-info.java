// SPDX-License-Identifier: Apache-2.0
/** What more than one package of tests needs. */
@NonNullByDefault
package podium.operation.internal.testing;

import org.eclipse.jdt.annotation.NonNullByDefault;
