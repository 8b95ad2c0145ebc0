// SPDX-License-Identifier: Apache-2.0
package podium.app.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Display;
import podium.ui.toolkit.KeyEntry;
import podium.ui.toolkit.ModalShells;
import podium.ui.toolkit.PartActivator;

/** Brings the part named by the parameter {@code part} to the front and gives it the focus. */
public class ShowPartHandler {

    /** Not under a dialog, which would lose the keyboard to the part. */
    @CanExecute
    boolean canShow(Display display) {
        return !ModalShells.isOpen(display);
    }

    @Execute
    void show(@Named("part") String part, PartActivator parts) {
        // the one that is active already is asked too: its focus may be in a field
        parts.activate(part)
                .filter(shown -> shown.getObject() != null && shown.getContext() != null)
                .ifPresent(shown -> {
                    if (shown.getObject() instanceof KeyEntry entry) {
                        entry.enterByKey();
                    } else {
                        ContextInjectionFactory.invoke(shown.getObject(), Focus.class, shown.getContext(), null);
                    }
                });
    }
}
