// SPDX-License-Identifier: Apache-2.0
package podium.app.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

/** Brings the part named by the parameter {@code part} to the front and gives it the focus. */
public class ShowPartHandler {

    @Execute
    void show(@Named("part") String part, EPartService parts) {
        parts.showPart(part, PartState.ACTIVATE);
    }
}
