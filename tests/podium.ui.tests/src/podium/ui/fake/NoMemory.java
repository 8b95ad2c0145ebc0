// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import podium.operation.ProtectionMemory;

/** Nothing was protected before. */
public final class NoMemory implements ProtectionMemory {
    @Override
    public void keep() {}

    @Override
    public void look() {}
}
