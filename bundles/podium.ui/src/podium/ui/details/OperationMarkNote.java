// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.core.api.ObjectRef;
import podium.core.cluster.Connections;
import podium.operation.OperationService;
import podium.operation.plan.OperationMark;
import podium.ui.selection.ApiObjects;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** Says above the details of a node or job that another Podium is at work on it; not there while none is. UI thread. */
public final class OperationMarkNote {
    private final Label words;
    private final UiServices services;
    private final OperationService operations;
    private final OnDemandRead reading;

    /** Creates it in a parent with a grid of two columns. */
    public OperationMarkNote(
            Composite parent, UiServices services, Connections connections, OperationService operations) {
        this.services = services;
        this.operations = operations;
        reading = new OnDemandRead(connections, services.background());
        words = services.theme().dress(new Label(parent, SWT.WRAP), Name.SURFACE, Name.WARNING);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        data.horizontalIndent = 8;
        data.widthHint = 120;
        words.setLayoutData(data);
        say("");
    }

    /** Looks at the object of a thing as it is now on the server. */
    public void show(EObject thing) {
        say("");
        reading.stop();
        Optional<ObjectRef> ref =
                ApiObjects.of(thing).filter(object -> !object.resource().equals("pods"));
        ref.ifPresent(object -> reading.read(
                thing,
                reader -> reader.read(object)
                        .flatMap(OperationMark::of)
                        .filter(claim ->
                                claim.isValid(reader.serverTime(services.clock().instant()))),
                claim -> say(claim.filter(this::isOthers)
                        .map(OperationMarkNote::words)
                        .orElse("")),
                // the pages say themselves what cannot be read
                problem -> say("")));
    }

    private boolean isOthers(OperationMark claim) {
        return operations.operation(claim.operation()).isEmpty();
    }

    static String words(OperationMark claim) {
        return SafeText.line(Texts.of("OperationMarkNote.isWorkingHereIn", claim.holder(), claim.title()));
    }

    private void say(String text) {
        if (words.isDisposed()) {
            return;
        }
        WidgetText.set(words, text);
        WidgetText.wholeTip(words, text);
        ((GridData) words.getLayoutData()).exclude = text.isEmpty();
        words.setVisible(!text.isEmpty());
        words.getParent().layout(true);
    }
}
