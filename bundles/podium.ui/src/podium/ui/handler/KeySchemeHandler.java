// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.ui.menu.MItem;
import org.eclipse.jdt.annotation.Nullable;
import podium.ui.action.ChosenItems;
import podium.ui.enablement.KeyScheme;
import podium.ui.enablement.KeySchemes;
import podium.ui.texts.Texts;
import podium.ui.toolkit.StatusMessage;

/** Lets the keys named by the parameter {@code scheme} hold from now on, and at the next start. */
public class KeySchemeHandler {

    @Execute
    void choose(@Named("scheme") String name, @Optional @Nullable MItem item, KeySchemes keys, StatusMessage message) {
        if (ChosenItems.lost(item)) {
            return;
        }
        KeyScheme scheme = KeyScheme.valueOf(name);
        keys.choose(scheme);
        message.say(Texts.of("KeySchemeHandler.keysNowFollowLists", scheme.word()));
    }
}
