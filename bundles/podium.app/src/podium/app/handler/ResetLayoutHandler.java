// SPDX-License-Identifier: Apache-2.0
package podium.app.handler;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.emf.common.util.URI;
import podium.app.internal.LayoutReset;
import podium.ui.toolkit.PartActivator;

/** Puts the parts of the window back to where they stand at the first start. */
public class ResetLayoutHandler {
    /** Of the e4 workbench (E4Workbench.INITIAL_WORKBENCH_MODEL_URI): where the model of the product is. */
    private static final String DEFINITION = "initialWorkbenchModelURI";

    @Execute
    void reset(MApplication application, PartActivator parts) {
        if (application.getContext().get(DEFINITION) instanceof URI definition) {
            LayoutReset.reset(application, definition, parts::activate);
        }
    }
}
