// SPDX-License-Identifier: Apache-2.0
/**
 * What objects of the API mean to the model: for each kind that the mirror follows a decoder, which makes changes of an object as the
 * server sent it.
 */
@NonNullByDefault
package podium.kubernetes.internal.decode;

import org.eclipse.jdt.annotation.NonNullByDefault;
