// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.event.Event;

/** Gives a part that was taken out into a window of its own its name in the title of that window. UI thread. */
public class DetachedWindows {
    private final MApplication application;
    private final EModelService models;

    @Inject
    DetachedWindows(MApplication application, EModelService models) {
        this.application = application;
        this.models = models;
    }

    @Inject
    @Optional
    void moved(@UIEventTopic(UIEvents.ElementContainer.TOPIC_CHILDREN) @Nullable Event event) {
        name(event);
    }

    @Inject
    @Optional
    void chosen(@UIEventTopic(UIEvents.ElementContainer.TOPIC_SELECTEDELEMENT) @Nullable Event event) {
        name(event);
    }

    @Inject
    @Optional
    void renamed(@UIEventTopic(UIEvents.UILabel.TOPIC_LABEL) @Nullable Event event) {
        name(event);
    }

    private void name(@Nullable Event event) {
        if (event != null) {
            application.getChildren().forEach(window -> name(window.getWindows()));
        }
    }

    private void name(List<MWindow> apart) {
        for (MWindow window : apart) {
            String title = title(window, models);
            if (!title.equals(window.getLabel())) {
                window.setLabel(title);
            }
        }
    }

    /** Jobs (1 failing) - Podium; of several parts those in front. */
    static String title(MWindow window, EModelService models) {
        String parts = models.findElements(window, null, MPart.class).stream()
                .filter(DetachedWindows::inFront)
                .map(MPart::getLocalizedLabel)
                .filter(Objects::nonNull)
                .map(String::strip)
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "Podium" : parts + " - Podium";
    }

    private static boolean inFront(MPart part) {
        MUIElement stack = part.getParent();
        return !(stack instanceof MPartStack of) || of.getSelectedElement() == part;
    }
}
