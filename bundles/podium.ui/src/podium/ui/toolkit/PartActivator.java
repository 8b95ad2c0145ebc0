// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

/**
 * Brings parts of the window to the front, whatever has the focus. The part service that an application hands out is that of its active
 * window, and fails while there is none: with a dialog or another program in front (ApplicationPartServiceImpl). UI thread.
 */
@Creatable
public class PartActivator {
    private final MApplication application;

    @Inject
    public PartActivator(MApplication application) {
        this.application = application;
    }

    /**
     * Shows a part and gives it the focus.
     *
     * @param id of the part in the application model
     * @return the part's own object; empty: there is no such part
     */
    public Optional<Object> show(String id) {
        return activate(id).map(MPart::getObject);
    }

    /** Shows a part and gives it the focus; empty: there is none of this id. */
    public Optional<MPart> activate(String id) {
        return window().map(parts -> parts.showPart(id, PartState.ACTIVATE));
    }

    /** Shows a part and gives it the focus. */
    public void activate(MPart part) {
        window().ifPresent(parts -> parts.showPart(part, PartState.ACTIVATE));
    }

    /** Shows a part and leaves the focus where it is; false: there is no window yet. */
    public boolean uncover(MPart part) {
        Optional<EPartService> window = window();
        window.ifPresent(parts -> parts.showPart(part, PartState.VISIBLE));
        return window.isPresent();
    }

    /** Shows a part of this id and leaves the focus where it is. */
    public void uncover(String id) {
        window().ifPresent(parts -> parts.showPart(id, PartState.VISIBLE));
    }

    /** Makes a part of this id behind what is in front: what its tab tells is known before it is looked at. */
    public void make(String id) {
        window().ifPresent(parts -> parts.showPart(id, PartState.CREATE));
    }

    /** The part that has the focus, or would have it in the window; empty: none. */
    public Optional<MPart> active() {
        return window().map(EPartService::getActivePart);
    }

    /** The part of this id; empty: there is none. */
    public Optional<MPart> find(String id) {
        return window().map(parts -> parts.findPart(id));
    }

    private Optional<EPartService> window() {
        return Stream.concat(Stream.ofNullable(application.getSelectedElement()), application.getChildren().stream())
                .flatMap(window -> Stream.ofNullable(window.getContext()))
                .findFirst()
                .map(context -> context.get(EPartService.class));
    }
}
