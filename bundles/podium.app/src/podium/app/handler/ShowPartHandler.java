// SPDX-License-Identifier: Apache-2.0
package podium.app.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.jdt.annotation.Nullable;

/** Brings the part named by the parameter {@code part} to the front and gives it the focus. */
public class ShowPartHandler {

    @Execute
    void show(@Named("part") String part, EPartService parts) {
        @Nullable MPart shown = parts.showPart(part, PartState.ACTIVATE);
        // the one that is active already is asked too: its focus may be in a field
        if (shown != null && shown.getObject() != null && shown.getContext() != null) {
            ContextInjectionFactory.invoke(shown.getObject(), Focus.class, shown.getContext(), null);
        }
    }
}
