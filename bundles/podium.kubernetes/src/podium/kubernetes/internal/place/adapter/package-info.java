// SPDX-License-Identifier: Apache-2.0
/** How each kind of owner is placed: compilers that turn a placement into plans. */
@NonNullByDefault
package podium.kubernetes.internal.place.adapter;

import org.eclipse.jdt.annotation.NonNullByDefault;
