// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import podium.ui.details.DetailsPages;
import podium.ui.selection.KeyTarget;
import podium.ui.texts.Texts;
import podium.ui.trim.RefusalNote;

/** Brings Details to the front, with the page named by the parameter {@code page} where what is selected has it. */
public class DetailsPageHandler {

    @Execute
    void show(@Named("page") String page, EPartService parts, KeyTarget target, RefusalNote note) {
        if (target.select().isEmpty()) {
            note.say(() -> target.get().isEmpty()
                    ? Optional.of(Texts.of("DetailsPageHandler.selectAJobA"))
                    : Optional.empty());
            return;
        }
        MPart part = parts.showPart("podium.part.details", PartState.ACTIVATE);
        if (part != null && part.getObject() instanceof DetailsPages details) {
            details.open(page);
        }
    }
}
