// SPDX-License-Identifier: Apache-2.0
/** Certificates and private keys from PEM text. */
@NonNullByDefault
package podium.core.pem;

import org.eclipse.jdt.annotation.NonNullByDefault;
