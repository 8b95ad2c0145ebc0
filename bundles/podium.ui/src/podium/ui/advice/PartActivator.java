// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

/** Brings a part to the front. UI thread. */
@Creatable
public class PartActivator {
    private final EPartService parts;

    @Inject
    public PartActivator(EPartService parts) {
        this.parts = parts;
    }

    /**
     * Shows it.
     *
     * @param id of the part in the application model
     * @return the part's own object; empty: there is no such part
     */
    public Optional<Object> show(String id) {
        return Optional.ofNullable(parts.showPart(id, PartState.ACTIVATE)).map(MPart::getObject);
    }
}
