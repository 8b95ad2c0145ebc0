// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import podium.ui.action.SelectionMenu;
import podium.ui.enablement.ObjectVerb;
import podium.ui.object.ObjectsPart;
import podium.ui.selection.KeyTarget;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.PartActivator;
import podium.ui.trim.RefusalNote;

/** Edits the object behind what is selected, or, in the Objects part, the one that is selected there; or says why not. */
public class EditHandler {

    @Execute
    void edit(PartActivator parts, SelectionMenu menu, KeyTarget target, RefusalNote note) {
        Optional<Entry> entry = entry(parts, menu, target);
        if (whyNot(entry).isPresent()) {
            note.say(() -> whyNot(entry(parts, menu, target)));
        } else {
            entry.orElseThrow().action().run();
        }
    }

    private static Optional<String> whyNot(Optional<Entry> entry) {
        return entry.isEmpty()
                ? Optional.of(Texts.of("EditHandler.cannotEditSelectOne"))
                : entry.get().whyNot().map(reason -> Texts.of("EditHandler.cannotEdit", reason));
    }

    private static Optional<Entry> entry(PartActivator parts, SelectionMenu menu, KeyTarget target) {
        return parts.active().map(MPart::getObject).orElse(null) instanceof ObjectsPart objects
                ? objects.written()
                : menu.object(target.get(), ObjectVerb.EDIT);
    }
}
