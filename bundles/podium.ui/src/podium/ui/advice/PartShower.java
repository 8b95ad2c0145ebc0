// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

/** Brings a part to the front. UI thread. */
@Creatable
public class PartShower {
    private final EPartService parts;

    @Inject
    public PartShower(EPartService parts) {
        this.parts = parts;
    }

    /** @param id of the part in the application model */
    public void show(String id) {
        parts.showPart(id, PartState.ACTIVATE);
    }
}
