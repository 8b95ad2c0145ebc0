// SPDX-License-Identifier: Apache-2.0
/** GPUs of AMD and Intel as the Linux kernel shows them: amdgpu, i915 and xe, through sysfs and hwmon. */
@NonNullByDefault
package podium.gpu.internal.sysfs;

import org.eclipse.jdt.annotation.NonNullByDefault;
