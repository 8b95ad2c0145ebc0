// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.cluster.Connections;
import podium.core.json.YamlText;
import podium.operation.secret.Redaction;
import podium.operation.secret.YamlRedaction;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The object behind a thing as YAML, read when the page is opened. */
public final class YamlPage implements DetailsPage {
    private static final String SAID = "as the server has it, without managedFields and secrets";
    private final Composite box;
    private final PartToolbar toolbar;
    private final Label status;
    private final StyledText text;
    private final OnDemandRead demand;
    private final ToolItem secrets;
    private String read = "";
    private @Nullable EObject shown;

    public YamlPage(Composite parent, UiServices services, Connections connections) {
        demand = new OnDemandRead(connections, services.background());
        box = services.theme().dress(new Composite(parent, SWT.NONE));
        toolbar = PartToolbar.above(box, services.theme());
        status = toolbar.label("", true);
        toolbar.button(Icon.COPY, "", "Copy all, without the values of variables and other secrets", this::copy);
        secrets = toolbar.check("Secrets", "Show values that look like secrets, in clear", this::fill);
        toolbar.button(Icon.RETRY, "Reload", "Read the object again", this::reload);
        text = services.theme().dress(new StyledText(box, SWT.READ_ONLY | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL));
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(6, 4, 6, 4);
        text.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        AccessibleName.name(text, "YAML");
        box.addDisposeListener(event -> demand.stop());
    }

    @Override
    public String title() {
        return "YAML";
    }

    @Override
    public Control control() {
        return box;
    }

    @Override
    public boolean isFor(EObject thing) {
        return ApiObjects.of(thing).isPresent();
    }

    @Override
    public void show(EObject thing) {
        if (thing != shown) {
            shown = thing;
            secrets.setSelection(false);
            reload();
        }
    }

    private void reload() {
        @Nullable EObject thing = shown;
        if (thing != null) {
            text.setText("");
            read = "";
            say("Reading \u2026");
            ApiObjects.of(thing)
                    .ifPresent(ref -> demand.read(
                            thing, reader -> reader.read(ref).map(YamlText::object), this::found, this::say));
        }
    }

    private void found(Optional<String> yaml) {
        if (!box.isDisposed()) {
            read = yaml.orElse("");
            fill();
            say(yaml.isPresent() ? SAID : "The server has it no more.");
        }
    }

    private void fill() {
        String masked = YamlRedaction.of(read);
        text.setText(SafeText.lines(secrets.getSelection() ? read : masked));
    }

    private void copy() {
        String clean = YamlRedaction.of(read);
        ClipboardText.copy(text.getDisplay(), SafeText.lines(clean));
        if (!clean.equals(read)) {
            say("copied without secrets; \"" + Redaction.MARK + "\" stands in their place");
        }
    }

    private void say(String words) {
        if (!box.isDisposed()) {
            WidgetText.set(status, words);
            WidgetText.tip(status, words);
            toolbar.control().layout(true);
        }
    }
}
