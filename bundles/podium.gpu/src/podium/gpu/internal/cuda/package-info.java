// SPDX-License-Identifier: Apache-2.0
/** The CUDA driver API as far as the link probe needs it, and JCuda behind it. */
@NonNullByDefault
package podium.gpu.internal.cuda;

import org.eclipse.jdt.annotation.NonNullByDefault;
