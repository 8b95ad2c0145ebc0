// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Execute;
import podium.ui.details.DetailsPages;
import podium.ui.selection.KeyTarget;
import podium.ui.texts.Texts;
import podium.ui.toolkit.PartActivator;
import podium.ui.trim.RefusalNote;

/** Brings Details to the front, with the page named by the parameter {@code page} where what is selected has it. */
public class DetailsPageHandler {

    @Execute
    void show(@Named("page") String page, PartActivator parts, KeyTarget target, RefusalNote note) {
        if (target.select().isEmpty()) {
            note.say(() -> target.get().isEmpty()
                    ? Optional.of(Texts.of("DetailsPageHandler.selectAJobA"))
                    : Optional.empty());
            return;
        }
        parts.show("podium.part.details")
                .filter(DetailsPages.class::isInstance)
                .map(DetailsPages.class::cast)
                .ifPresent(details -> details.open(page));
    }
}
