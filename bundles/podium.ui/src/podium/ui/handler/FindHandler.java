// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import org.eclipse.e4.core.di.annotations.Execute;
import podium.ui.find.FindSession;

/** Puts the cursor into the find field. */
public class FindHandler {

    @Execute
    void find(FindSession finder) {
        finder.focus();
    }
}
